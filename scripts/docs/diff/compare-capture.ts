import { documentedType, parseDocType, printDocType } from '../../evidence/facts/doc-type.ts';
import {
  type FactContent,
  type FactField,
  type FactPage,
  LIMITS,
  PARAMETER_KEYS,
  PARAMETER_PLACES,
  pageStatusOf,
} from '../../evidence/facts/facts.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { type Capture, type CapturedContent, parametersIn } from '../readers/capture.ts';
import type { CapturedField } from '../readers/captured-field.ts';
import { isStillHeld } from './captured-type.ts';
import { keptParts, withKnownParts } from './known-parts.ts';
import { notesOf } from './page-notes.ts';
import { isSameExample, isSameValue } from './same-value.ts';
import { proposalsOf, settleNesting } from './settle-nesting.ts';

/** One difference between the facts and a captured page. */
export interface DriftChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /**
   * What differs: `title`, `error`, `query parameter`, or an aspect of a field, such as `answer field: type`.
   */
  readonly what: string;
  /** The error code, the parameter or the dotted path of the field; empty for the page itself. */
  readonly where: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** How one page has changed. */
export interface PageDrift {
  readonly state: 'unchanged' | 'changed' | 'new' | 'gone';
  readonly page: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly changes: readonly DriftChange[];
  /** What the capture leaves out. Nothing there was compared, and nothing counts as removed. */
  readonly missing: readonly string[];
  /** What a person should know of the page, one sentence each. None of it is drift. */
  readonly notes: readonly string[];
  /** Added and removed names in lists whose nesting a person has to decide. */
  readonly proposals: readonly string[];
}

/**
 * Maps the vendor's word for a licence to its name in the facts. A word that is not listed is not compared.
 */
export type Seats = Readonly<Record<string, string>>;

/**
 * Compares a captured page with its facts. Prose is not compared, because the facts restate it. A limit, a
 * default, an example or a list of values that only the facts have is not a difference, because a person may
 * have read it in the prose.
 */
export function compareCapture(old: FactPage, captured: Capture, seats: Seats): PageDrift {
  const now = settleNesting(old, withKnownParts(old, captured));
  const isComplete = now.missing.length === 0;
  const kept = keptParts(old, captured);
  const changes = [
    ...compareHead(old, now, seats),
    ...compareErrors(old, now),
    ...PARAMETER_PLACES.flatMap((place) =>
      compareFields(`${place} parameter`, old[PARAMETER_KEYS[place]] ?? [], parametersIn(now, place)),
    ),
    ...compareContent('body', old.body, now.body),
    ...compareContent('answer', old.response, now.response),
    ...compareOthers(old, now),
  ].filter(({ kind }) => isComplete || kind !== 'removed');
  const proposals = proposalsOf(old, now);
  return {
    state: changes.length + proposals.length > 0 ? 'changed' : 'unchanged',
    page: pageIdOf(old, now),
    title: now.title,
    method: now.method,
    path: now.path,
    changes,
    missing: now.missing,
    notes: [...notesOf(old, now), ...(kept === undefined ? [] : [kept])],
    proposals,
  };
}

/** The id of a page: one that was known from public programs only gets it from its first capture. */
export function pageIdOf(old: FactPage, now: Capture): string {
  return old.page === 'unknown' ? (now.page ?? old.page) : old.page;
}

/** The licence that a capture names, in the notation of the facts; undefined if it names none that is known. */
export function seatOf({ licence, sheet }: Capture, seats: Seats): string | undefined {
  if (sheet !== undefined) return sheet.seat === 'unknown' ? undefined : sheet.seat;
  return licence === undefined ? undefined : seats[licence];
}

function compareHead(old: FactPage, now: Capture, seats: Seats): DriftChange[] {
  const seat = seatOf(now, seats);
  const isDated = [old, now].every(({ modified }) => /^\d{4}-/.test(modified ?? ''));
  const pairs: [what: string, from: unknown, to: unknown][] = [
    ['page', old.page, pageIdOf(old, now)],
    ['title', old.title, now.title || old.title],
    ['method', old.method, now.method],
    ['path', old.path, now.path],
    // A date such as "23 days ago" depends on when the page was captured.
    ['modified', isDated ? old.modified : undefined, isDated ? now.modified : undefined],
    ['seat', seat === undefined ? undefined : old.seat, seat],
    ['status', now.status === undefined ? undefined : (pageStatusOf(old) ?? 'released'), now.status],
  ];
  return pairs
    .filter(([, from, to]) => from !== to)
    .map(([what, from, to]) => ({ kind: 'changed', what, where: '', from, to }));
}

function compareErrors(old: FactPage, now: Capture): DriftChange[] {
  const before = new Set((old.errors ?? []).map(({ code }) => code));
  const after = new Map(now.errors.map(({ code, zh }) => [code, zh]));
  const added = [...after].filter(([code]) => !before.has(code));
  const removed = (old.errors ?? []).filter(({ code }) => !after.has(code));
  return [
    ...added.map(([code, zh]) => ({ kind: 'added' as const, what: 'error', where: String(code), to: zh })),
    ...removed.map(({ code, zh }) => ({
      kind: 'removed' as const,
      what: 'error',
      where: String(code),
      from: zh,
    })),
  ];
}

function compareContent(
  what: string,
  old: FactContent | undefined,
  now: CapturedContent | undefined,
): DriftChange[] {
  const [from, to] = [old?.content_type, now?.contentType];
  // Facts that were written by hand need not name the media type.
  const isOther = from !== undefined && to !== undefined && from !== to;
  return [
    ...(isOther ? [{ kind: 'changed' as const, what: `${what}: media type`, where: '', from, to }] : []),
    ...compareFields(`${what} field`, old?.fields ?? [], now?.fields ?? []),
  ];
}

/** Compares the answers with other statuses, if the facts know any: facts of before need not list them. */
function compareOthers(
  { other_responses: known }: FactPage,
  { otherResponses: shown = {} }: Capture,
): DriftChange[] {
  if (known === undefined) return [];
  const added = Object.keys(shown).filter((status) => known[status] === undefined);
  return [
    ...added.map((where) => ({ kind: 'added' as const, what: 'answer', where, to: where })),
    ...Object.keys(known).flatMap((where): DriftChange[] =>
      shown[where] === undefined
        ? [{ kind: 'removed', what: 'answer', where, from: where }]
        : compareContent(`answer ${where}`, known[where], shown[where]),
    ),
  ];
}

function compareFields(
  what: string,
  old: readonly FactField[],
  now: readonly CapturedField[],
  below = '',
): DriftChange[] {
  // What only public programs show is on no page: it does not go, and it comes when the page lists it.
  const listed = old.filter(({ evidence }) => evidence === undefined);
  const before = new Map(listed.map((field) => [field.name, field]));
  const after = new Set(now.map(({ name }) => name));
  const changes: DriftChange[] = [];
  for (const field of now) {
    const where = below + field.name;
    const known = before.get(field.name);
    if (known === undefined) changes.push({ kind: 'added', what, where, to: field.type });
    else changes.push(...compareField(what, where, known, field));
  }
  for (const field of listed) {
    if (!after.has(field.name))
      changes.push({ kind: 'removed', what, where: below + field.name, from: field.type });
  }
  return changes;
}

function compareField(what: string, where: string, old: FactField, now: CapturedField): DriftChange[] {
  const changes: DriftChange[] = [];
  const compare = (aspect: string, from: unknown, to: unknown) => {
    if (exactJson(from) !== exactJson(to))
      changes.push({ kind: 'changed', what: `${what}: ${aspect}`, where, from, to });
  };
  const [before, after] = [documentedType(old), typeOf(now)];
  const isHeld = isStillHeld(old, now);
  // Both words mean that the type is unknown.
  if (!isHeld && ![before, after].every((type) => type === 'any' || type === 'unknown'))
    compare('type', before, after);
  // A page marks an optional field with 可选, or does not mark it.
  compare('required', old.required === true, now.required === true);
  for (const aspect of ['default', 'example', 'enum', ...LIMITS] as const) {
    const isSame = aspect === 'example' ? isSameExample : isSameValue;
    if (now[aspect] !== undefined && !isSame(old[aspect], now[aspect]))
      compare(aspect, old[aspect], now[aspect]);
  }
  // Facts that were taken from a copied page know no formats.
  if (old.format !== undefined && now.format !== undefined) compare('format', old.format, now.format);
  const members = compareFields(what, old.fields ?? [], now.fields ?? [], `${where}.`);
  changes.push(...members.filter(({ kind }) => !isHeld || kind !== 'removed'));
  return changes;
}

function typeOf({ type }: FactField): string {
  const parsed = parseDocType(type);
  return parsed === undefined ? type : printDocType(parsed);
}
