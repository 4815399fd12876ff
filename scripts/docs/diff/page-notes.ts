import {
  type FactField,
  type FactPage,
  PARAMETER_KEYS,
  PARAMETER_PLACES,
} from '../../evidence/facts/facts.ts';
import { type Capture, parametersIn } from '../readers/capture.ts';
import type { CapturedField } from '../readers/captured-field.ts';
import { isStillHeld } from './captured-type.ts';

/**
 * What a person should know of a page although it is not drift: names that the reader corrected, members that
 * the page no longer shows, and what the reader does not take over.
 */
export function notesOf(old: FactPage | undefined, now: Capture): string[] {
  const parts: readonly Part[] = [
    ...PARAMETER_PLACES.map((place): Part => {
      return [`${place} parameter`, old?.[PARAMETER_KEYS[place]], parametersIn(now, place)];
    }),
    ['body field', old?.body?.fields, now.body?.flat ?? now.body?.fields ?? []],
    ['answer field', old?.response?.fields, now.response?.flat ?? now.response?.fields ?? []],
  ];
  return [
    ...parts.flatMap((part) => noteFields(part, '')),
    ...(now.ignored ?? []).map((what) => `${what} is not taken over, because the facts have no room for it`),
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
