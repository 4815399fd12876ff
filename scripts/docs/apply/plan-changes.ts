import { isDeepStrictEqual } from 'node:util';
import { type Compared, isExplained, isSame } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { type Change, type ChangedPage, type FileEdit, keyOfCompared, type Undecided } from './change.ts';
import { followErrors } from './error-edits.ts';
import { followPage } from './follow-page.ts';
import { followHead } from './page-edits.ts';

/** The changes to make in the specification, and the differences that a person has to decide. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly undecided: readonly Undecided[];
}

/**
 * Plans the three-way merge: `base` is the specification with the old facts, `next` the specification with
 * the new facts. If the specification agreed with the page, it follows the page; if somebody had a reason to
 * differ, a person decides.
 */
export function planChanges(base: Context, next: Context, pages: readonly ChangedPage[]): Plan {
  const before = new Map(base.compared.map((compared) => [keyOfCompared(compared), compared]));
  const changes: Change[] = [];
  const undecided: Undecided[] = [];
  for (const compared of next.compared) {
    const key = keyOfCompared(compared);
    const old = before.get(key);
    if (!needsAnswer(compared, old)) continue;
    const reason = reasonOf(compared, old) ?? (compared.agrees ? UNMARKED : undefined);
    const followed = reason ?? followPage(next, compared);
    if (typeof followed === 'string') undecided.push({ key, because: followed });
    // A schema that several pages share is changed once.
    else if (!changes.some(({ edits }) => areSameEdits(edits, followed)))
      changes.push({ key, edits: followed });
  }
  for (const { before: old, now } of pages) {
    const operation = next.operations.find(({ facts }) => facts?.page === now);
    if (operation === undefined) continue;
    const head = followHead(next, operation, { before: old, now });
    if (head.length > 0) changes.push({ key: `${operation.method} ${operation.url} page`, edits: head });
    const errors = followErrors(next, operation, { before: old, now });
    if (errors.length > 0)
      changes.push({ key: `${operation.method} ${operation.url} x-errors`, edits: errors });
  }
  return { changes, undecided };
}

function areSameEdits(a: readonly FileEdit[], b: readonly FileEdit[]): boolean {
  // Most candidates belong to other files; compare paths before the expensive deep comparison.
  return a[0]?.path === b[0]?.path && isDeepStrictEqual(a, b);
}

/**
 * Whether a place needs a change or a decision: the page now says something else, and the specification does
 * not yet.
 */
function needsAnswer(compared: Compared, old: Compared | undefined): boolean {
  // What a page prints as an example may settle a place, although the page says the same of it as before.
  const isUnsettled = old !== undefined && isExplained(old) && !isExplained(compared);
  if (old !== undefined && !isUnsettled && isSame(old.documented, compared.documented)) return false;
  if (!isExplained(compared)) return true;
  // If the specification agrees now, a correction of the page has lost its reason.
  return compared.agrees && (compared.corrections.length > 0 || isUnmarked(compared, old));
}

/** Whether the page no longer marks a field as required, although the specification still requires it. */
function isUnmarked({ aspect, documented, specified }: Compared, old: Compared | undefined): boolean {
  return aspect === 'required' && old?.documented === true && documented === 'unmarked' && specified === true;
}

const UNMARKED = 'the page no longer marks it as required';

/** The curator's reason for this place, whose premise has changed. */
function reasonOf({ corrections }: Compared, old: Compared | undefined): string | undefined {
  return [...corrections, ...(old?.corrections ?? [])][0]?.because;
}
