import { type FactField, type FactPage, LIMITS } from '../../evidence/facts/facts.ts';
import type { Capture } from '../readers/capture.ts';
import type { CapturedField } from '../readers/captured-field.ts';
import { isStillHeld } from './captured-type.ts';
import type { Seats } from './compare-capture.ts';
import { restateExample } from './restate-example.ts';
import { isSameExample } from './same-value.ts';
import { settleNesting } from './settle-nesting.ts';

/**
 * Returns the facts of a page, updated from a capture. What a person restated or read in the prose stays
 * (descriptions, examples of answers, limits that the page does not mark). What the capture leaves out is not
 * removed. The vendor's own prose is not copied.
 */
export function mergeCapture(old: FactPage, captured: Capture, seats: Seats): FactPage {
  const now = settleNesting(old, captured);
  const isComplete = now.missing.length === 0;
  const codes = new Set(now.errors.map(({ code }) => code));
  const known = new Set((old.errors ?? []).map(({ code }) => code));
  const errors = [
    ...(old.errors ?? []).filter(({ code }) => !isComplete || codes.has(code)),
    ...now.errors.filter(({ code }) => !known.has(code)),
  ];
  const query = mergeFields(old.query ?? [], now.query, isComplete);
  const merged = {
    ...old,
    title: now.title || old.title,
    method: now.method,
    path: now.path,
    ...headOf(now, seats),
    ...(errors.length > 0 || old.errors !== undefined ? { errors } : {}),
    ...(query.length > 0 || old.query !== undefined ? { query } : {}),
    ...(now.body && {
      body: { ...old.body, fields: mergeFields(old.body?.fields ?? [], now.body.fields, isComplete) },
    }),
    ...(now.response && {
      response: {
        ...old.response,
        fields: mergeFields(old.response?.fields ?? [], now.response.fields, isComplete),
      },
    }),
  };
  // The answer comes after the parameters, so a page that is cut off in them shows none of it.
  const named = now.query.length > 0 && now.response ? withoutUnnamed(merged) : merged;
  if (now.status === undefined) return named;
  const { status: _, deprecated: __, ...plain } = named;
  return { ...plain, ...statusOf(now) };
}

/** Removes the list of parameters whose names nobody had seen: the page shows all of its parameters now. */
function withoutUnnamed({ query_unnamed: _, ...page }: FactPage): FactPage {
  // The rest keeps every key of FactPage but this one, which is not among the named ones.
  return page as FactPage;
}

/** Returns the facts of a new page. Prose is left out, because a person has to restate it. */
export function newFacts(
  now: Capture,
  { category, slug, seats }: { readonly category: string; readonly slug: string; readonly seats: Seats },
): FactPage {
  const { page = 'unknown', title, method, path, errors, query, body, response, missing } = now;
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
    ...(query.length > 0 && { query: mergeFields([], query, true) }),
    ...(body && { body: { fields: mergeFields([], body.fields, true) } }),
    ...(response && { response: { fields: mergeFields([], response.fields, true) } }),
    complete: missing.length === 0,
  };
}

function headOf({ modified, licence }: Capture, seats: Seats): Pick<FactPage, 'modified' | 'seat'> {
  const seat = licence === undefined ? undefined : seats[licence];
  // A date such as "4 months ago" depends on when the page was captured.
  const isDated = /^\d{4}-/.test(modified ?? '');
  return { ...(isDated && modified !== undefined && { modified }), ...(seat !== undefined && { seat }) };
}

function statusOf({ status }: Capture): Pick<FactPage, 'status' | 'deprecated'> {
  if (status === 'deprecated') return { deprecated: true };
  return status === undefined || status === 'released' ? {} : { status };
}

function mergeFields(
  before: readonly FactField[],
  after: readonly CapturedField[],
  isComplete: boolean,
): FactField[] {
  const old = new Map(before.map((field) => [field.name, field]));
  const names = new Set(after.map(({ name }) => name));
  const kept = before.filter(
    ({ name, evidence }) => !names.has(name) && !(isComplete && evidence === undefined),
  );
  return [...after.map((field) => mergeField(old.get(field.name), field, isComplete)), ...kept];
}

function mergeField(old: FactField | undefined, now: CapturedField, isComplete: boolean): FactField {
  const stated = Object.fromEntries(
    (['default', 'example', 'enum', ...LIMITS] as const).flatMap((aspect) =>
      now[aspect] === undefined || (aspect === 'example' && isSameExample(old?.example, now.example))
        ? []
        : [[aspect, aspect === 'example' ? restateExample(now.example) : now[aspect]]],
    ),
  );
  const isHeld = old !== undefined && isStillHeld(old, now);
  const fields = mergeFields(old?.fields ?? [], now.fields ?? [], isComplete && !isHeld);
  const { evidence: _shown, ...known } = old ?? {};
  const isStillOptional = now.required === 'unmarked' && old?.required === false;
  return {
    name: now.name,
    ...known,
    type: isHeld ? old.type : now.type,
    required: isStillOptional ? false : (now.required ?? 'unmarked'),
    ...stated,
    ...(fields.length > 0 && { fields }),
  };
}
