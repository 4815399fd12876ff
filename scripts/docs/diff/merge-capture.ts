import {
  type FactContent,
  type FactField,
  type FactPage,
  type FactShape,
  LIMITS,
  PARAMETER_KEYS,
  PARAMETER_PLACES,
} from '../../evidence/facts/facts.ts';
import { type Capture, type CapturedContent, parametersIn } from '../readers/capture.ts';
import type { CapturedField, CapturedShape } from '../readers/captured-field.ts';
import { isStillHeld } from './captured-type.ts';
import { pageIdOf, type Seats, seatOf } from './compare-capture.ts';
import { withKnownParts } from './known-parts.ts';
import { restateExample } from './restate-example.ts';
import { isSameExample } from './same-value.ts';
import { settleNesting } from './settle-nesting.ts';

/**
 * Returns the facts of a page, updated from a capture. What a person restated or read in the prose stays
 * (descriptions, examples of answers, limits that the page does not mark). What the capture leaves out is not
 * removed. The vendor's own prose is not copied.
 */
export function mergeCapture(before: FactPage, captured: Capture, seats: Seats): FactPage {
  const old = asDocumented(before);
  const now = settleNesting(old, withKnownParts(old, captured));
  const isComplete = now.missing.length === 0;
  const codes = new Set(now.errors.map(({ code }) => code));
  const known = new Set((old.errors ?? []).map(({ code }) => code));
  const errors = [
    ...(old.errors ?? []).filter(({ code }) => !isComplete || codes.has(code)),
    ...now.errors.filter(({ code }) => !known.has(code)),
  ];
  const how = { isComplete, isOurs: now.sheet !== undefined };
  const merged = {
    ...old,
    page: pageIdOf(old, now),
    ...(before.evidence !== undefined && {
      ...(now.sheet?.summary !== undefined && { summary: now.sheet.summary }),
      complete: isComplete,
      missing: now.missing.join(', '),
    }),
    title: now.title || old.title,
    method: now.method,
    path: now.path,
    ...headOf(now, seats),
    ...(errors.length > 0 || old.errors !== undefined ? { errors } : {}),
    ...mergeParameters(old, now, how),
    ...(now.body && { body: mergeContent(old.body, now.body, now.sheet?.body, how) }),
    ...(now.response && { response: mergeContent(old.response, now.response, now.sheet?.response, how) }),
    ...mergeOthers(old, now, how),
  };
  // The answer comes after the parameters, so a page that is cut off in them shows none of it.
  const named = now.query.length > 0 && now.response ? withoutUnnamed(merged) : merged;
  if (now.status === undefined) return named;
  const { status: _, deprecated: __, ...plain } = named;
  return { ...plain, ...statusOf(now) };
}

/** An endpoint whose page is captured is no longer known from public programs only: its fields say so until the page lists them. */
function asDocumented(page: FactPage): FactPage {
  const { evidence, query, body, response, ...rest } = page;
  if (evidence === undefined) return page;
  const marked = (fields: readonly FactField[] = []): FactField[] =>
    fields.map((field) => ({ ...field, evidence: 'public-code' }));
  return {
    ...rest,
    ...(query && { query: marked(query) }),
    ...(body && { body: { ...body, fields: marked(body.fields) } }),
    ...(response && { response: { ...response, fields: marked(response.fields) } }),
    // The named keys of FactPage that the rest keeps are not visible beside its index signature.
  } as FactPage;
}

/** Removes the list of parameters whose names nobody had seen: the page shows all of its parameters now. */
function withoutUnnamed({ query_unnamed: _, ...page }: FactPage): FactPage {
  // The rest keeps every key of FactPage but this one, which is not among the named ones.
  return page as FactPage;
}

/** The example of a sheet, whose persons somebody has replaced already. */
function exampleOf(content: FactContent | undefined): Pick<FactContent, 'example'> {
  return content?.example === undefined ? {} : { example: content.example };
}

/**
 * Returns the facts of a new page: a sheet's own, or those of a captured page without its prose, which a person has to
 * restate.
 */
export function newFacts(
  now: Capture,
  { category, slug, seats }: { readonly category: string; readonly slug: string; readonly seats: Seats },
): FactPage {
  if (now.sheet !== undefined) return { ...now.sheet, category, slug };
  const { page = 'unknown', title, method, path, errors, body, response, missing } = now;
  const how = { isComplete: true, isOurs: false };
  return {
    category,
    slug,
    page,
    title,
    kind: 'endpoint',
    method,
    path,
    ...headOf(now, seats),
    ...statusOf(now),
    ...(errors.length > 0 && { errors }),
    ...mergeParameters({}, now, how),
    ...(body && { body: newContent(body, how) }),
    ...(response && { response: newContent(response, how) }),
    ...(now.responseStatus !== undefined && { response_status: now.responseStatus }),
    ...(now.otherResponses && {
      other_responses: mapValues(now.otherResponses, (content) => newContent(content, how)),
    }),
    complete: missing.length === 0,
    ...(missing.length > 0 && { missing: missing.join(', ') }),
  };
}

function headOf(now: Capture, seats: Seats): Pick<FactPage, 'modified' | 'seat'> {
  const { modified } = now;
  const seat = seatOf(now, seats);
  // A date such as "4 months ago" depends on when the page was captured.
  const isDated = /^\d{4}-/.test(modified ?? '');
  return { ...(isDated && modified !== undefined && { modified }), ...(seat !== undefined && { seat }) };
}

function statusOf({ status }: Capture): Pick<FactPage, 'status' | 'deprecated'> {
  if (status === 'deprecated') return { deprecated: true };
  return status === undefined || status === 'released' ? {} : { status };
}

/** How fields are merged. */
interface Manner {
  /** Whether the capture shows every field, so that a field that it lacks is gone. */
  readonly isComplete: boolean;
  /** Whether the capture's prose is our own, and not the vendor's. */
  readonly isOurs: boolean;
}

/** The lists of parameters, for each place that has some or had some. */
function mergeParameters(
  old: Partial<FactPage>,
  now: Capture,
  how: Manner,
): Partial<Record<(typeof PARAMETER_KEYS)[keyof typeof PARAMETER_KEYS], readonly FactField[]>> {
  return Object.fromEntries(
    PARAMETER_PLACES.flatMap((place) => {
      const key = PARAMETER_KEYS[place];
      const fields = mergeFields(old[key] ?? [], parametersIn(now, place), how);
      return fields.length > 0 || old[key] !== undefined ? [[key, fields]] : [];
    }),
  );
}

function mergeContent(
  old: FactContent | undefined,
  now: CapturedContent,
  sheet: FactContent | undefined,
  how: Manner,
): FactContent {
  const type = now.contentType;
  return {
    ...old,
    // Facts that were written by hand need not name the media type.
    ...(old?.content_type !== undefined && type !== undefined && { content_type: type }),
    ...exampleOf(sheet),
    fields: mergeFields(old?.fields ?? [], now.fields, how),
  };
}

function mergeOthers(old: FactPage, now: Capture, how: Manner): Pick<FactPage, 'other_responses'> {
  const known = old.other_responses;
  if (known === undefined || now.otherResponses === undefined) return {};
  const kept = how.isComplete ? {} : known;
  const merged = Object.entries(now.otherResponses).map(([status, content]) => [
    status,
    known[status] === undefined
      ? newContent(content, how)
      : mergeContent(known[status], content, undefined, how),
  ]);
  return { other_responses: { ...kept, ...Object.fromEntries(merged) } };
}

/** The facts of a body or an answer that is new: its list and its examples, in which persons and secrets are replaced. */
function newContent(now: CapturedContent, how: Manner): FactContent {
  const { contentType, otherTypes, required, type, fields, example, examples } = now;
  return {
    ...(contentType !== undefined && { content_type: contentType }),
    ...(otherTypes !== undefined && { other_types: otherTypes }),
    ...(required === false && { required }),
    ...(type !== undefined && { type }),
    ...statedIn(now),
    ...insideOf(now, how),
    fields: mergeFields([], fields, how),
    ...(example !== undefined && { example: restateExample(example) }),
    ...(examples && { examples: examples.map(restateExample) }),
  };
}

function mapValues<T, R>(map: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** What a page states of a value, apart from its type, its members and its example. */
function statedIn(now: Partial<CapturedShape>): Partial<FactShape> {
  return Object.fromEntries(
    (['format', 'pattern', 'default', 'enum', ...LIMITS] as const).flatMap((aspect) =>
      now[aspect] === undefined ? [] : [[aspect, now[aspect]]],
    ),
  );
}

/** The values of further members and the branches. */
function insideOf(now: Partial<CapturedShape>, how: Manner): Partial<FactShape> {
  const shapeOf = (shape: CapturedShape): FactShape => newShape(shape, how);
  return {
    ...(now.values && { values: shapeOf(now.values) }),
    ...(now.one_of && { one_of: now.one_of.map(shapeOf) }),
    ...(now.any_of && { any_of: now.any_of.map(shapeOf) }),
  };
}

function newShape(now: CapturedShape, how: Manner): FactShape {
  const { fields = [], example, type } = now;
  return {
    type,
    ...statedIn(now),
    ...(example !== undefined && { example: restateExample(example) }),
    ...(how.isOurs && now.about !== undefined && { about: now.about }),
    ...(fields.length > 0 && { fields: mergeFields([], fields, how) }),
    ...insideOf(now, how),
  };
}

function mergeFields(
  before: readonly FactField[],
  after: readonly CapturedField[],
  how: Manner,
): FactField[] {
  const old = new Map(before.map((field) => [field.name, field]));
  const names = new Set(after.map(({ name }) => name));
  const kept = before.filter(
    ({ name, evidence }) => !names.has(name) && !(how.isComplete && evidence === undefined),
  );
  return [...after.map((field) => mergeField(old.get(field.name), field, how)), ...kept];
}

function mergeField(old: FactField | undefined, now: CapturedField, how: Manner): FactField {
  const isNewExample = now.example !== undefined && !isSameExample(old?.example, now.example);
  const isHeld = old !== undefined && isStillHeld(old, now);
  const fields = mergeFields(old?.fields ?? [], now.fields ?? [], {
    ...how,
    isComplete: how.isComplete && !isHeld,
  });
  const { evidence: _shown, ...known } = old ?? {};
  const isStillOptional = now.required === 'unmarked' && old?.required === false;
  return {
    name: now.name,
    ...known,
    type: isHeld ? old.type : now.type,
    required: isStillOptional ? false : (now.required ?? 'unmarked'),
    ...statedIn(now),
    ...(isNewExample && { example: restateExample(now.example) }),
    ...(now.deprecated === true && { deprecated: true }),
    ...insideOf(now, how),
    ...(how.isOurs && old?.about === undefined && now.about !== undefined && { about: now.about }),
    ...(fields.length > 0 && { fields }),
  };
}
