import { parseDocType } from '../../evidence/facts/doc-type.ts';
import type { FactField, FactPage } from '../../evidence/facts/facts.ts';
import type { Capture, CapturedContent } from '../readers/capture.ts';
import type { FlatField } from '../readers/flat-fields.ts';
import { UNCERTAIN } from '../readers/page-content.ts';

// Limits the search: a list that takes more steps counts as uncertain.
const MOST_STEPS = 20_000;

/**
 * Gives a capture the nesting of the facts wherever the page leaves it open and its list is unchanged: the
 * same names in the same order. A list that changed stays open.
 */
export function settleNesting(old: FactPage, now: Capture): Capture {
  const body = now.body && settled(old.body?.fields, now.body);
  const response = now.response && settled(old.response?.fields, now.response);
  const isOpen = { 'request body': body?.flat !== undefined, response: response?.flat !== undefined };
  const closed = Object.entries(isOpen).flatMap(([part, open]) => (open ? [] : [`${part} ${UNCERTAIN}`]));
  return {
    ...now,
    ...(body && { body }),
    ...(response && { response }),
    missing: now.missing.filter((part) => !closed.includes(part)),
  };
}

function settled(old: readonly FactField[] | undefined, content: CapturedContent): CapturedContent {
  const { flat, ...rest } = content;
  const fields = flat && nestAsKnown(old ?? [], flat);
  return fields === undefined ? content : { ...rest, fields };
}

/** Nests a list like the known fields; undefined unless there is exactly one way to do so. */
function nestAsKnown(
  old: readonly FactField[],
  flat: readonly FlatField[],
): readonly FactField[] | undefined {
  let steps = 0;
  /**
   * Every way to read the known fields of one level from index `at` on: the new fields, and the index where
   * they end.
   */
  const levelAt = (known: readonly FactField[], at: number): [FactField[], number][] => {
    let ways: [FactField[], number][] = [[[], at]];
    for (const field of known) {
      ways = ways.flatMap(([fields, next]) =>
        fieldAt(field, next).map(([read, end]): [FactField[], number] => [[...fields, read], end]),
      );
    }
    return ways;
  };
  const fieldAt = (known: FactField, at: number): [FactField, number][] => {
    const listed = flat[at];
    if (++steps > MOST_STEPS || listed?.name !== known.name) return [];
    const { members, ...field } = listed;
    const inside = known.fields ?? [];
    if (inside.length === 0) return [[field, at + 1]];
    const isCountRight = members === undefined || members === 0 || members === inside.length;
    if (!isCountRight || !/object/.test(field.type)) return [];
    // The object is collapsed on the page, or its members are listed below it.
    return [
      [{ ...field, fields: inside }, at + 1],
      ...levelAt(inside, at + 1).map(([fields, end]): [FactField, number] => [{ ...field, fields }, end]),
    ];
  };
  const ways = levelAt(old, 0).filter(([, end]) => end === flat.length);
  return ways.length === 1 && steps <= MOST_STEPS ? ways[0]?.[0] : undefined;
}

/**
 * Describes what a person has to nest by hand: the names added to and removed from each list whose nesting
 * stays open.
 */
export function proposalsOf(old: FactPage | undefined, now: Capture): string[] {
  const isCut = now.missing.includes('the end of the page');
  const parts = [
    ['request body', old?.body?.fields, now.body?.flat],
    ['response', old?.response?.fields, now.response?.flat],
  ] as const;
  return parts.flatMap(([part, before = [], flat]) => {
    if (flat === undefined) return [];
    const known = flattened(before);
    const added = flat.filter(({ name }) => !known.has(name));
    const names = new Set(flat.map(({ name }) => name));
    const gone = isCut || old === undefined ? [] : flattenedListed(before).filter((name) => !names.has(name));
    if (added.length + gone.length === 0) return [];
    const came = added.map(({ name, type }) => `${name} (${parseDocType(type) ? type : 'unknown'})`);
    const news = [
      ...(came.length > 0 ? [`now lists ${came.join(', ')}`] : []),
      ...(gone.length > 0 ? [`no longer lists ${gone.join(', ')}`] : []),
    ];
    return [`the ${part} ${news.join(' and ')}`];
  });
}

function flattened(fields: readonly FactField[]): Set<string> {
  return new Set(fields.flatMap(({ name, fields: below = [] }) => [name, ...flattened(below)]));
}

/**
 * The names that a page certainly listed. An unmarked field without a description may come from the example.
 */
function flattenedListed(fields: readonly FactField[]): string[] {
  return fields.flatMap(({ name, about, required, fields: below = [] }) => [
    ...(about !== undefined || required !== 'unmarked' ? [name] : []),
    ...flattenedListed(below),
  ]);
}
