import { isDeepStrictEqual } from 'node:util';
import { type Compared, isExplained, isSame } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { type Change, type ChangedPage, type FileEdit, keyOfCompared, type Left } from './change.ts';
import { followErrors } from './error-edits.ts';
import { followPage } from './follow-page.ts';
import { followHead } from './page-edits.ts';

/** What is to be changed in the specification, and what is left to a person with the reason. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly left: readonly Left[];
}

/**
 * The middle of the three-way merge: `base` is the specification with the old facts, `next` the same with the new ones. Where
 * the specification said what the page said, it follows the page; where somebody had a reason to differ, it is left.
 */
export function planChanges(base: Context, next: Context, pages: readonly ChangedPage[]): Plan {
  const before = new Map(base.compared.map((one) => [keyOfCompared(one), one]));
  const changes: Change[] = [];
  const left: Left[] = [];
  for (const compared of next.compared) {
    const key = keyOfCompared(compared);
    const old = before.get(key);
    if (!isNews(compared, old)) continue;
    const reason = reasonOf(compared, old) ?? (compared.agrees ? UNMARKED : undefined);
    const followed = reason ?? followPage(next, compared);
    if (typeof followed === 'string') left.push({ key, because: followed });
    // A schema that several pages share is changed once.
    else if (!changes.some(({ edits }) => areSameEdits(edits, followed)))
      changes.push({ key, edits: followed });
  }
  for (const { before: old, now } of pages) {
    const operation = next.operations.find(({ facts }) => facts?.page === now);
    if (operation === undefined) continue;
    const head = followHead(next, operation, { before: old, now });
    if (head.length > 0) changes.push({ key: `${operation.url} page`, edits: head });
    const errors = followErrors(next, operation, { before: old, now });
    if (errors.length > 0) changes.push({ key: `${operation.url} x-errors`, edits: errors });
  }
  return { changes, left };
}

function areSameEdits(one: readonly FileEdit[], other: readonly FileEdit[]): boolean {
  // Of another file are nearly all, and the comparison in depth takes long.
  return one[0]?.path === other[0]?.path && isDeepStrictEqual(one, other);
}

/** Whether a place needs an answer: the page says something else than before, and the specification does not say it too. */
function isNews(compared: Compared, old: Compared | undefined): boolean {
  if (old !== undefined && isSame(old.documented, compared.documented)) return false;
  if (!isExplained(compared)) return true;
  // That the specification agrees now is news to whoever corrected the page.
  return compared.agrees && (compared.corrections.length > 0 || isUnmarked(compared, old));
}

/** Whether the page took back its mark of a required field, and its example shows neither that it is there nor that it is not. */
function isUnmarked({ aspect, documented, specified }: Compared, old: Compared | undefined): boolean {
  return aspect === 'required' && old?.documented === true && documented === 'unmarked' && specified === true;
}

const UNMARKED = 'the page no longer marks it, and its example shows nothing of it';

/** Why somebody curated this place, and its premise is another now. */
function reasonOf({ corrections }: Compared, old: Compared | undefined): string | undefined {
  return [...corrections, ...(old?.corrections ?? [])][0]?.because;
}
