import { parseWithBigints } from '../base/exact-json.ts';
import { secretsIn } from '../base/redact.ts';
import { secretPattern } from '../base/secret-pattern.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { Specification } from './specification.ts';

/** The input of {@link findLeak}. */
export interface Scan {
  /** The file as it would be written. */
  readonly file: string;
  /** Texts that the recorder itself wrote: its own field names and values. */
  readonly own: ReadonlySet<string>;
  /** The answer of the API, and the arguments. */
  readonly originals: readonly unknown[];
  /** The token and the credentials, as far as they are known. */
  readonly secrets: Iterable<string>;
  readonly specification: Specification;
  readonly pseudonyms: Pseudonyms;
}

/** Something that must not be written: where it is and what it looks like. */
export interface Leak {
  readonly pointer: string;
  readonly what: string;
}

/**
 * Patterns of personal data and credentials, for texts that are not pseudonyms. No start of a pattern can be matched
 * again and again over the same characters, which would take the square of the time.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)1[3-9]\d{9}(?!\d)/, 'a phone number'],
  [/[^\s@]@[^\s@]+\.[a-z]/i, 'an e-mail address'],
  [/[a-z0-9+.-]:\/\//i, 'a URL'],
  [/eyJ(?:(?!eyJ)[\w-])+\.[\w-]/, 'a token'],
  [/\d{15}/, 'an id'],
];
/** Shorter texts occur in pseudonyms by chance sooner or later. */
const LONG = 8;
const LONG_FIGURES = 12;
/** Integers of up to three digits are counts and values of short lists. */
const SHORT_NUMBER = /^-?\d{1,3}$/;

/**
 * The last check before a recording is written. Every text in it must be known to be safe: a pseudonym, a
 * name or value of the specification, a documented message, or the recorder's own word. No text, not even a
 * pseudonym, may contain a secret or a longer text from the API. Returns the first leak, or undefined.
 */
export function findLeak(scan: Scan): Leak | undefined {
  const { file, own, originals, specification, pseudonyms } = scan;
  const isKnown = (text: string) =>
    own.has(text) ||
    specification.names.has(text) ||
    specification.values.has(text) ||
    specification.messages.has(text);
  const secrets = secretPattern([...scan.secrets].filter(({ length }) => length >= 4));
  const canaries = indexOf(
    originals
      .flatMap(leavesOf)
      .filter(({ text, isName }) => !isKnown(text) && !(isName && isOfWords(text, specification.words)))
      .map(({ text }) => text),
  );

  for (const leaf of leavesOf(parseWithBigints(file))) {
    const what = whatLeaks(leaf);
    if (what !== undefined) return { pointer: leaf.pointer, what };
  }
  return undefined;

  function whatLeaks({ text, isName, pointer }: Leaf): string | undefined {
    if (secretsIn(text, secrets).length > 0) return 'a secret';
    if (isKnown(text)) return undefined;
    if (canaries.isIn(text)) return 'an original text';
    if (pseudonyms.isGiven(text)) return undefined;
    const match = PATTERNS.find(([pattern]) => pattern.test(text));
    if (match !== undefined) return match[1];
    const isSafe = isName ? isOfWords(text, specification.words) : isTrivial(text, pointer, specification);
    return isSafe ? undefined : 'a value that is not known to be safe';
  }
}

function isOfWords(name: string, words: ReadonlySet<string>): boolean {
  return name
    .replace(/(?<!_)_+$/, '')
    .split('_')
    .every((word) => words.has(word));
}

/** A short number, or the code of an envelope. */
function isTrivial(text: string, pointer: string, { codeFields }: Specification): boolean {
  if (SHORT_NUMBER.test(text) || /^[\s0]*$/.test(text)) return true;
  const isCode = codeFields.has(pointer.replace(/^\/response\/body\//, ''));
  return isCode && /^-?\d{1,6}$/.test(text);
}

interface Index {
  /** Whether a text contains any of the indexed texts. */
  isIn(text: string): boolean;
}

/** Indexes texts by their first characters, to find them in another text in one pass. */
function indexOf(texts: readonly string[]): Index {
  const byStart = new Map<string, string[]>();
  for (const text of texts) {
    if (text.length < (/^[\da-f.-]*$/.test(text) ? LONG_FIGURES : LONG)) continue;
    const start = text.slice(0, LONG);
    const sameStart = byStart.get(start);
    if (sameStart === undefined) byStart.set(start, [text]);
    else sameStart.push(text);
  }
  return {
    isIn(text) {
      for (let at = 0; at + LONG <= text.length; at++) {
        const candidates = byStart.get(text.slice(at, at + LONG));
        if (candidates?.some((candidate) => text.startsWith(candidate, at))) return true;
      }
      return false;
    },
  };
}
