import { type FactField, type FactPage, LIMITS } from '../facts.ts';
import type { Capture } from '../readers/capture.ts';
import type { Seats } from './compare-capture.ts';

/**
 * The facts of a page with what a capture of it says in their place. What the facts restate or read from the prose
 * (descriptions, examples of answers, limits that no mark states) stays; what the capture leaves out is not removed; the
 * vendor's own prose is not taken over.
 */
export function mergeCapture(old: FactPage, now: Capture, seats: Seats): FactPage {
  const isWhole = now.missing.length === 0;
  const seat = now.licence === undefined ? undefined : seats[now.licence];
  const codes = new Set(now.errors.map(({ code }) => code));
  const known = new Set((old.errors ?? []).map(({ code }) => code));
  const errors = [
    ...(old.errors ?? []).filter(({ code }) => !isWhole || codes.has(code)),
    ...now.errors.filter(({ code }) => !known.has(code)),
  ];
  const fields = (before: readonly FactField[] | undefined, after: readonly FactField[]) =>
    mergeFields(before ?? [], after, isWhole);
  return {
    ...old,
    title: now.title || old.title,
    method: now.method,
    path: now.path,
    ...(now.modified !== undefined && { modified: now.modified }),
    ...(seat !== undefined && { seat }),
    ...(now.deprecated ? { deprecated: true } : {}),
    ...((old.errors ?? errors).length > 0 || errors.length > 0 ? { errors } : {}),
    ...((old.query ?? now.query).length > 0 || now.query.length > 0
      ? { query: fields(old.query, now.query) }
      : {}),
    ...(now.body && { body: { ...old.body, fields: fields(old.body?.fields, now.body.fields) } }),
    ...(now.response && {
      response: { ...old.response, fields: fields(old.response?.fields, now.response.fields) },
    }),
  };
}

function mergeFields(
  before: readonly FactField[],
  after: readonly FactField[],
  isWhole: boolean,
): FactField[] {
  const old = new Map(before.map((field) => [field.name, field]));
  const names = new Set(after.map(({ name }) => name));
  const kept = isWhole ? [] : before.filter(({ name }) => !names.has(name));
  return [...after.map((field) => mergeField(old.get(field.name), field, isWhole)), ...kept];
}

function mergeField(
  old: FactField | undefined,
  { about: _, ...now }: FactField,
  isWhole: boolean,
): FactField {
  if (old === undefined) {
    return { ...now, ...(now.fields && { fields: mergeFields([], now.fields, isWhole) }) };
  }
  const stated = Object.fromEntries(
    (['default', 'example', 'enum', ...LIMITS] as const).flatMap((aspect) =>
      now[aspect] === undefined ? [] : [[aspect, now[aspect]]],
    ),
  );
  const isStillOptional = now.required === 'unmarked' && old.required === false;
  const fields = mergeFields(old.fields ?? [], now.fields ?? [], isWhole);
  return {
    ...old,
    type: now.type,
    required: isStillOptional ? false : (now.required ?? 'unmarked'),
    ...stated,
    ...(fields.length > 0 && { fields }),
  };
}
