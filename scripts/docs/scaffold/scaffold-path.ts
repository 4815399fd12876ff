import { Document, isMap, isScalar } from 'yaml';
import { contentFields } from '../../evidence/facts/example-evidence.ts';
import {
  type FactField,
  type FactPage,
  PARAMETER_KEYS,
  PARAMETER_PLACES,
  type ParameterPlace,
  statusOf,
} from '../../evidence/facts/facts.ts';
import { basePathOf, envelopesOf } from '../../evidence/facts/root.ts';
import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { operationIdsOf } from '../../spec/path-file.ts';
import { documentText, foldSmallCollections } from '../../spec/yaml-text.ts';
import { type Enveloped, envelopeOf, ownAnswer, responsesOf } from './scaffold-answers.ts';
import { contentSchema, mediaTypesOf } from './scaffold-content.ts';
import { fieldSchema } from './scaffold-schema.ts';

/** What a scaffold needs from the root of the specification. */
export interface ScaffoldRoot extends Enveloped {
  readonly basePath: string;
  /** Whether calls need licences (`x-seats`), and whether there are limits (`x-limits`). */
  readonly hasSeats: boolean;
  readonly hasLimits: boolean;
  /** The ways to make a call, each by the names of the security schemes that it needs together. */
  readonly security: readonly (readonly string[])[];
}

/** Reads what a scaffold needs from the root document. */
export function scaffoldRoot(spec: Spec): ScaffoldRoot {
  const root = isObject(spec.root.value) ? spec.root.value : {};
  return {
    basePath: basePathOf(spec),
    envelopes: new Map(Object.entries(envelopesOf(spec))),
    hasSeats: isObject(root['x-seats']),
    hasLimits: isObject(root['x-limits']),
    security: waysIn(root.security),
  };
}

/** The ways to make a call by a list of security requirements: the names of the schemes that each needs together. */
function waysIn(security: unknown): string[][] {
  const ways: readonly unknown[] = Array.isArray(security) ? security : [];
  return ways.map((way) => Object.keys(isObject(way) ? way : {}).sort());
}

/**
 * Writes a first Path Item for the pages of one URL, one for each method. It holds what the pages say and nothing more, with
 * a `# decide:` comment wherever a page leaves something open. `check` fails until the curator has decided.
 * @param isShared whether the URL has further methods, so that each operationId needs its method.
 */
export function scaffoldPath(
  pages: readonly FactPage[],
  root: ScaffoldRoot,
  isShared = pages.length > 1,
): string {
  const operations = pages.map((page) => [methodOf(page), operationOf(page, root, isShared)]);
  const document = new Document(Object.fromEntries(operations), { aliasDuplicateObjects: false });
  for (const page of pages) {
    const method = methodOf(page);
    comment(document, [method, 'responses'], decisions(page, root));
    for (const [index, [, field]] of parametersOf(page).entries()) {
      if (field.example === undefined)
        comment(document, [method, 'parameters', index, 'schema'], ['decide: example']);
    }
    if (hasBody(page) && bodyExample(page) === undefined)
      comment(document, [method, 'requestBody', 'content'], ['decide: example']);
  }
  foldSmallCollections(document);
  return documentText(document);
}

function methodOf({ method = 'GET' }: FactPage): string {
  return method.toLowerCase();
}

function operationOf(page: FactPage, root: ScaffoldRoot, isShared: boolean): Record<string, unknown> {
  const status = statusOf(page);
  const envelope = envelopeOf(contentFields(page.response), root);
  const isDefault = envelope === undefined || envelope === [...root.envelopes.keys()][0];
  const [alone, withMethod] = operationIdsOf(page.path ?? '', root.basePath, methodOf(page));
  const parameters = parametersOf(page).map(([place, field]) => parameterOf(field, place));
  return {
    operationId: isShared ? withMethod : alone,
    tags: [page.slug],
    summary: firstSentence(page.summary ?? page.title),
    'x-page': { id: page.page, title: page.title, modified: page.modified ?? 'unknown' },
    ...(root.hasSeats && { 'x-seat': page.seat ?? 'unknown' }),
    ...(status === undefined ? {} : { 'x-status': status }),
    ...(status === 'deprecated' ? { deprecated: true } : {}),
    ...(isDefault ? {} : { 'x-envelope': envelope }),
    ...securityOf(page, root),
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody(page) ? { requestBody: requestBodyOf(page) } : {}),
    responses: responsesOf(page, root),
  };
}

/** The security of an operation whose page names other schemes than the root does. */
function securityOf({ security: written }: FactPage, { security }: ScaffoldRoot): Record<string, unknown> {
  if (!Array.isArray(written) || security.length === 0) return {};
  const ways = written.map((way: unknown) => (Array.isArray(way) ? way.map(String) : [String(way)]));
  if (JSON.stringify(ways) === JSON.stringify(security)) return {};
  return { security: ways.map((way) => Object.fromEntries(way.map((name) => [name, []]))) };
}

/** The parameters of every place, those of the URL that the page does not describe included. */
function parametersOf(page: FactPage): (readonly [place: ParameterPlace, field: FactField])[] {
  const named = [...(page.path ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const known = new Set((page.path_parameters ?? []).map(({ name }) => name));
  const undescribed = named
    .filter((name) => !known.has(name))
    .map((name): FactField => ({ name, type: 'string', required: true }));
  return PARAMETER_PLACES.flatMap((place) => {
    const listed = page[PARAMETER_KEYS[place]] ?? [];
    const fields =
      place === 'path' ? [...listed.filter(({ name }) => named.includes(name)), ...undescribed] : listed;
    return fields.map((field) => [place, field] as const);
  });
}

/** Returns a parameter as its page describes it. */
export function parameterOf(field: FactField, place: string): Record<string, unknown> {
  const { description, ...schema } = fieldSchema(field, [], 'request');
  return {
    name: field.name,
    in: place,
    ...(field.required === true || place === 'path' ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema,
    ...(field.example === undefined ? {} : { example: field.example }),
  };
}

/** Whether a call sends a body. Apifox also shows an empty one on the pages of some GET requests. */
function hasBody({ method = 'GET', body }: FactPage): boolean {
  if (body === undefined) return false;
  return !['GET', 'HEAD'].includes(method) || contentFields(body).length > 0;
}

function requestBodyOf(page: FactPage): Record<string, unknown> {
  const { body = {} } = page;
  const example = bodyExample(page);
  const media = { schema: contentSchema(body, 'request'), ...(example === undefined ? {} : { example }) };
  return { required: body.required !== false, content: mediaTypesOf(body, media) };
}

function bodyExample(page: FactPage): unknown {
  const example = page.body?.example;
  return isObject(example) || Array.isArray(example) ? example : undefined;
}

function decisions(page: FactPage, root: ScaffoldRoot): string[] {
  const errors = (page.errors ?? []).map(
    ({ code, zh, en }) => `  ${code} ${zh}${en === undefined ? '' : ` (${en})`}`,
  );
  const beside = ownAnswer(page, root).beside.map(({ name }) => name);
  const besideResult = `decide: the page shows ${beside.join(', ')} beside the result: name it in success of x-envelopes, or in x-omits`;
  return [
    'decide: x-safety: read | idempotent | write',
    'decide: x-effect: none | delete | send, unless it is a read',
    ...(root.hasLimits ? ['decide: x-limit: read | write | bulk'] : []),
    ...(beside.length === 0 ? [] : [besideResult]),
    ...(errors.length === 0 ? [] : ['decide: x-errors: a name from error-codes.yaml for each of', ...errors]),
  ];
}

function firstSentence(text: string): string {
  const sentence = /^(.*?\.)(?:\s|$)/s.exec(text)?.[1] ?? `${text}.`;
  return sentence.replaceAll(/\s+/g, ' ');
}

/** Writes comment lines above the key that `keys` lead to. */
function comment(document: Document, keys: readonly (string | number)[], lines: readonly string[]): void {
  const map = document.getIn(keys.slice(0, -1), true);
  if (!isMap(map)) return;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === keys.at(-1));
  if (pair !== undefined && isScalar(pair.key))
    pair.key.commentBefore = lines.map((line) => ` ${line.replaceAll(/[\r\n]+/g, ' ')}`).join('\n');
}
