import { nameTokensOf, type Token, tokensOf } from './tokens.ts';

/** The texts of an operation that are searched. */
export interface Searched {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  /** The documentation's title, in Chinese. */
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly description: string;
  /** What people ask when the operation is the answer. */
  readonly asked: readonly string[];
  /** The names and meanings of its arguments. */
  readonly arguments: string;
  readonly safety: string;
  readonly status: string;
}

// How much a word counts, by the text that contains it.
const FIELDS: readonly (readonly [weight: number, tokensOf: (operation: Searched) => Token[]])[] = [
  [3, ({ title }) => tokensOf(title)],
  [3, ({ asked }) => asked.flatMap(tokensOf)],
  [2, ({ path }) => nameTokensOf(path)],
  [2, ({ summary }) => tokensOf(summary)],
  [1, ({ category }) => nameTokensOf(category.replaceAll('-', ' '))],
  [0.4, ({ arguments: names }) => nameTokensOf(names)],
  [0.4, ({ description }) => tokensOf(description)],
];

/** How far a long text is held against its words: the constant b of BM25. */
const LENGTH = 0.6;

/** The words of a sentence, and what they weigh together. */
export interface Sentence {
  readonly words: ReadonlySet<string>;
  readonly weight: number;
}

/** An operation with its words. */
interface Indexed<T> {
  readonly operation: T;
  /** The words of each sentence that says what it does. */
  readonly sentences: readonly Sentence[];
  /** How often it has each word, weighted by the text and by the text's length. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The words of operations, and how rare each is. */
export interface WordIndex<T> {
  readonly operations: readonly Indexed<T>[];
  /** The weight of a word: its inverse document frequency. A word that few operations have says more than "list". */
  readonly rarity: (text: string) => number;
}

/** Counts the words of operations. */
export function indexWords<T extends Searched>(operations: readonly T[]): WordIndex<T> {
  const counts = countsOf(operations);
  const frequencies = new Map<string, number>();
  // A word in a description alone is hardly the operation's.
  for (const words of counts)
    for (const [text, count] of words)
      frequencies.set(text, (frequencies.get(text) ?? 0) + Math.min(1, count));
  const rarity = (text: string) => Math.log(1 + operations.length / (0.5 + (frequencies.get(text) ?? 0)));
  return {
    rarity,
    operations: operations.map((operation, at) => ({
      operation,
      counts: counts[at] ?? new Map(),
      sentences: [operation.title, operation.summary, ...operation.asked].map((text) =>
        sentenceOf(text, rarity),
      ),
    })),
  };
}

/** How often each operation has each word, weighted by the text and by the text's length. */
function countsOf<T extends Searched>(operations: readonly T[]): Map<string, number>[] {
  const counts = operations.map(() => new Map<string, number>());
  for (const [weight, read] of FIELDS) {
    const fields = operations.map(read);
    const usual = sum(fields, ({ length }) => length) / Math.max(1, fields.length);
    for (const [at, tokens] of fields.entries()) {
      const share = weight / (1 - LENGTH + (LENGTH * tokens.length) / Math.max(1, usual));
      for (const { text } of tokens) counts[at]?.set(text, (counts[at]?.get(text) ?? 0) + share);
    }
  }
  return counts;
}

function sentenceOf(text: string, rarity: (text: string) => number): Sentence {
  const words = new Set(tokensOf(text).map((token) => token.text));
  // The characters are in the pairs already.
  return { words, weight: sum([...words], (word) => (word.length === 1 ? 0 : rarity(word))) };
}

/** Adds numbers. */
export function sum<T>(values: readonly T[], toNumber: (value: T) => number): number {
  return values.reduce((total, value) => total + toNumber(value), 0);
}
