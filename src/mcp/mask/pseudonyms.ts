import type { MaskKind } from './fields.ts';

/** A value that a pseudonym stands for. */
export type Personal = string | number | bigint;

/** Issues pseudonyms and knows what they stand for. */
export interface Pseudonyms {
  /** The pseudonym of a value: the same one for the same value, whichever kind was given first. */
  readonly issue: (kind: MaskKind | 'text', value: Personal) => string;
  /** The value; undefined if the pseudonym was never issued, or so long ago that it was forgotten. */
  readonly find: (pseudonym: string) => Personal | undefined;
}

/** What a value costs in memory beside its characters, counted in characters. */
const ENTRY = 100;

/**
 * Keeps as many values as fit into `maxCharacters`; forgets the values that were not used for the longest time. A
 * forgotten pseudonym is never issued again, so it can't come to stand for somebody else.
 */
export function createPseudonyms(maxCharacters: number): Pseudonyms {
  const nextDigits = createDigits();
  const byValue = new Map<string, string>();
  const byPseudonym = new Map<string, Personal>();
  let characters = 0;
  /** The text and the number of the same digits are two values: each comes back as what it was. */
  const keyOf = (value: Personal) => (typeof value === 'string' ? `s${value}` : `n${value}`);
  const use = (pseudonym: string, value: Personal) => {
    byPseudonym.delete(pseudonym);
    byPseudonym.set(pseudonym, value);
  };
  const forget = () => {
    for (const [pseudonym, value] of byPseudonym) {
      if (characters <= maxCharacters) return;
      const key = keyOf(value);
      byPseudonym.delete(pseudonym);
      byValue.delete(key);
      characters -= key.length + ENTRY;
    }
  };
  return {
    issue(kind, value) {
      const key = keyOf(value);
      const known = byValue.get(key);
      const pseudonym = known ?? `${kind}_${nextDigits()}`;
      use(pseudonym, value);
      if (known !== undefined) return pseudonym;
      byValue.set(key, pseudonym);
      characters += key.length + ENTRY;
      forget();
      return pseudonym;
    },
    find(pseudonym) {
      const value = byPseudonym.get(pseudonym);
      if (value !== undefined) use(pseudonym, value);
      return value;
    },
  };
}

/**
 * Digits in an order that nobody can foresee, none of them twice: six digits, then seven when those are used up, and so
 * on. A hostile answer can't name a pseudonym that was issued.
 */
function createDigits(): () => string {
  let length = 6;
  let order = shuffled(length);
  let count = 0n;
  return () => {
    if (count === 10n ** BigInt(length)) {
      length++;
      order = shuffled(length);
      count = 0n;
    }
    return order(count++).toString().padStart(length, '0');
  };
}

/** A random permutation of the numbers of so many digits, without keeping them: n → n × step + start. */
function shuffled(length: number): (at: bigint) => bigint {
  const size = 10n ** BigInt(length);
  const [start, tens, ones] = crypto.getRandomValues(new BigUint64Array(3));
  const lastDigit = [1n, 3n, 7n, 9n][Number((ones ?? 0n) % 4n)] ?? 1n;
  // Prime to 10, so that every number comes once.
  const step = ((tens ?? 0n) % (size / 10n)) * 10n + lastDigit;
  return (at) => (at * step + (start ?? 0n)) % size;
}
