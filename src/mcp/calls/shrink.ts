import { weightOf } from './tokens.ts';

/** How much of a value is kept: the characters of a text, the items of a list, the members of an object. */
export interface Limits {
  readonly text: number;
  readonly items: number;
}

/** What was left out of an answer, by dotted name. */
export type Cuts = Map<
  string,
  { readonly kind: 'text' | 'items'; readonly shown: number; readonly of: number }
>;

/** The limits of a value that has an answer to itself. */
export const GENEROUS: Limits = { text: 65_536, items: 4096 };

/** The longest member name: names of the API are short. */
const LONGEST_NAME = 100;

/** A copy of a JSON value without what exceeds the limits. Adds to `cuts` what it left out, the worst of each name. */
function shrunk(value: unknown, limits: Limits, cuts: Cuts, at = ''): unknown {
  if (typeof value === 'string') {
    const text = firstOf(value, limits.text);
    if (text.length < value.length) note(cuts, at, 'text', text.length, value.length);
    return text;
  }
  if (Array.isArray(value)) {
    const kept = value.slice(0, limits.items);
    if (kept.length < value.length) note(cuts, at, 'items', kept.length, value.length);
    return kept.map((item) => shrunk(item, limits, cuts, at));
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  const kept = members.slice(0, limits.items * 4);
  if (kept.length < members.length) note(cuts, at, 'items', kept.length, members.length);
  return Object.fromEntries(
    kept.map(([name, member]) => {
      const short = firstOf(name, LONGEST_NAME);
      return [short, shrunk(member, limits, cuts, at ? `${at}.${short}` : short)];
    }),
  );
}

/** A shortened value and what was left out of it. */
export interface Shrunk {
  readonly value: unknown;
  readonly cuts: Cuts;
}

/** A value within limits. */
export function shrunkBy(limits: Limits, value: unknown): Shrunk {
  const cuts: Cuts = new Map();
  return { value: shrunk(value, limits, cuts), cuts };
}

/** A value that weighs at most so many tokens with its notes: the limits are halved until it does. */
export function shrunkTo(weight: number, value: unknown, from: Limits = GENEROUS): Shrunk {
  for (let { text, items } = from; text >= 8; text /= 2, items = Math.max(1, items / 2)) {
    const short = shrunkBy({ text: Math.floor(text), items: Math.floor(items) }, value);
    if (weightOf(JSON.stringify([short.value, cutNotes(short.cuts)]) ?? '') <= weight) return short;
  }
  return { value: null, cuts: new Map([['', { kind: 'items', shown: 0, of: 1 }]]) };
}

/** The beginning of a text that has at most so many characters, and weighs at most so many tokens. */
export function beginningOf(text: string, characters: number, weight: number): string {
  for (let most = characters; most >= 8; most = Math.floor(most / 2)) {
    const kept = firstOf(text, most);
    if (weightOf(JSON.stringify(kept)) <= weight) return kept;
  }
  return '';
}

/** The first characters of a text, without half of one. */
export function firstOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept;
}

function note(cuts: Cuts, at: string, kind: 'text' | 'items', shown: number, of: number): void {
  const known = cuts.get(at);
  if (!known || known.of < of) cuts.set(at, { kind, shown, of });
}

const MOST_NOTES = 5;

/** What was left out, in words that say how to get it, for a few of the names. Undefined if nothing was. */
export function cutNotes(cuts: Cuts): Readonly<Record<string, string>> | undefined {
  if (cuts.size === 0) return undefined;
  const notes = [...cuts].slice(0, MOST_NOTES).map(([at, { kind, shown, of }]): [string, string] => {
    // A member may have any name, and this is no place for text of customers.
    const name = /^[\w.@]{1,80}$/.test(at) ? at : undefined;
    const [base, offset = 0] = name?.split('@') ?? [];
    const end = Number(offset) + shown;
    if (kind === 'items')
      return [name ?? '*', `${shown} of ${of} items; for more, choose fewer fields or use run_script`];
    return [
      name ?? '*',
      `${end} of ${Number(offset) + of} characters${base ? `; rest: fields ["${base}@${end}"]` : ''}`,
    ];
  });
  const more = cuts.size > MOST_NOTES ? [['and', `${cuts.size - MOST_NOTES} more fields`]] : [];
  return Object.fromEntries([...notes, ...more]);
}
