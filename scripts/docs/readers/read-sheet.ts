import { documentedType } from '../../evidence/facts/doc-type.ts';
import {
  type FactContent,
  type FactField,
  type FactPage,
  PARAMETER_KEYS,
  PARAMETER_PLACES,
  pageStatusOf,
} from '../../evidence/facts/facts.ts';
import { readSheets } from '../../evidence/facts/read-facts.ts';
import { type Diagnostic, SpecError } from '../../kit/diagnostic.ts';
import type { Capture, CapturedContent } from './capture.ts';
import type { CapturedField } from './captured-field.ts';

/** Whether a text is a sheet of facts: pages that a person restated as data (docs/corrections.md, "Facts"). */
export function isSheet(text: string): boolean {
  return /^slug\s*:/m.test(text) && /^pages\s*:/m.test(text);
}

/**
 * Reads the endpoints of a sheet of facts as captures. Guides and callbacks are left out, as they are among captured pages.
 * @throws SpecError if the sheet is malformed.
 */
export function readSheet(path: string): { captures: Capture[]; refused: Diagnostic[] } {
  const captures: Capture[] = [];
  const refused: Diagnostic[] = [];
  for (const page of readSheets([path]).pages) {
    if (page.kind !== 'endpoint' || page.path === undefined) continue;
    if (page.evidence === undefined) captures.push(captureOf(page, path));
    else refused.push(observed(page, path));
  }
  if (captures.length === 0 && refused.length === 0)
    throw new SpecError([
      {
        code: 'page-form',
        message: 'the sheet describes no endpoint with a path',
        fix: `leave it out, or import its guides and callbacks: npm run docs -- import ${path}`,
        place: { file: path, line: 1, column: 1 },
      },
    ]);
  return { captures, refused };
}

function captureOf(page: FactPage, from: string): Capture {
  const { page: id, title, category, method = '', path = '', errors = [], query = [], body, response } = page;
  const parameters = PARAMETER_PLACES.flatMap((place) => {
    const listed = place === 'query' ? undefined : page[PARAMETER_KEYS[place]];
    return listed === undefined ? [] : [[place, listed.map(fieldOf)]];
  });
  const others = Object.entries(page.other_responses ?? {});
  return {
    from,
    ...(id !== 'unknown' && { page: id }),
    title: title === 'unknown' ? '' : title,
    folder: category,
    method,
    path,
    ...(typeof page.modified === 'string' && { modified: page.modified }),
    ...(pageStatusOf(page) !== undefined && { status: pageStatusOf(page) }),
    errors,
    query: query.map(fieldOf),
    ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters) }),
    ...(body && { body: contentOf(body) }),
    ...(response && { response: contentOf(response) }),
    ...(page.response_status !== undefined && { responseStatus: page.response_status }),
    ...(others.length > 0 && {
      otherResponses: Object.fromEntries(others.map(([status, content]) => [status, contentOf(content)])),
    }),
    missing: page.complete ? [] : [typeof page.missing === 'string' ? page.missing : 'a part of the page'],
    sheet: page,
  };
}

function contentOf({ content_type, other_types, fields = [], ...rest }: FactContent): CapturedContent {
  return {
    ...rest,
    ...(content_type !== undefined && { contentType: content_type }),
    ...(other_types !== undefined && { otherTypes: other_types }),
    fields: fields.map(fieldOf),
  };
}

/** A sheet that has no members of an object leaves open what it holds. */
function fieldOf(field: FactField): CapturedField {
  const { fields, ...rest } = field;
  const isOpen = fields === undefined && /object|array<(any|unknown)>|^(any|unknown|null)$/.test(field.type);
  return {
    ...rest,
    type: documentedType(field),
    ...(fields && { fields: fields.map(fieldOf) }),
    ...(isOpen && { isOpen }),
  };
}

function observed({ title, method, path }: FactPage, from: string): Diagnostic {
  return {
    code: 'page-observed',
    message: `${method} ${path} (${title}) is known from public programs and is no page of the documentation`,
    fix: `for a new endpoint: npm run docs -- import ${from} --only ${path}; for a documented one, add its fields to the facts with evidence: public-code`,
    place: { file: from, line: 1, column: 1 },
  };
}
