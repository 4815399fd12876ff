import type { FactField, FactPage } from '../../evidence/facts/facts.ts';
import type { Capture } from '../readers/capture.ts';
import type { CapturedField } from '../readers/captured-field.ts';
import { isStillHeld } from './captured-type.ts';

/**
 * What a person should know of a page although it is not drift: names that the reader corrected, members that
 * the page no longer shows, and parameters that the facts have no room for.
 */
export function notesOf(old: FactPage | undefined, now: Capture): string[] {
  const parts: readonly Part[] = [
    ['query parameter', old?.query, now.query],
    ['body field', old?.body?.fields, now.body?.flat ?? now.body?.fields ?? []],
    ['answer field', old?.response?.fields, now.response?.flat ?? now.response?.fields ?? []],
  ];
  return [
    ...parts.flatMap((part) => noteFields(part, '')),
    ...(now.ignored ?? []).map(
      (what) => `${what} is not taken over, because facts hold only query parameters and bodies`,
    ),
  ];
}

type Part = readonly [what: string, old: readonly FactField[] | undefined, now: readonly CapturedField[]];

function noteFields([what, old = [], now]: Part, below: string): string[] {
  const known = new Map(old.map((field) => [field.name, field]));
  return now.flatMap((field) => {
    const where = `${what} ${below}${field.name}`;
    const before = known.get(field.name);
    const isHidden = before?.fields !== undefined && isStillHeld(before, field) && field.fields === undefined;
    return [
      ...(field.misspelled ?? []).map((name) => `the page writes ${JSON.stringify(name)} for ${where}`),
      ...(isHidden ? [`the page does not show what ${where} holds; its members are kept`] : []),
      ...noteFields([what, before?.fields, field.fields ?? []], `${below}${field.name}.`),
    ];
  });
}
