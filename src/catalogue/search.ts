import { basePath } from '../../generated/operations.ts';
import { searchTerms } from '../../generated/search-words.ts';
import { sayOtherwise } from './say-otherwise.ts';
import { nameTokensOf, type Token, tokensOf } from './tokens.ts';
import { wishOf } from './wish.ts';

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
  [2, ({ path }) => nameTokensOf(suffixOf(path))],
  [2, ({ summary }) => tokensOf(summary)],
  [1, ({ category }) => nameTokensOf(category.replaceAll('-', ' '))],
  [0.4, ({ arguments: names }) => nameTokensOf(names)],
  [0.4, ({ description }) => tokensOf(description)],
];

// The constants of BM25: how soon a repeated word stops counting, and how far a long text is held against its words.
const SATURATION = 1.4;
const LENGTH = 0.6;

/** How much a word counts that was not said, but means the same. */
const SYNONYM = 0.85;

/** An operation that scores less than this share of the best is no answer. */
const WORTH = 0.2;

/** The score of an operation that is named exactly. */
const EXACT = 1000;

/** How far an operation is believed to work. */
const DOUBTFUL: Readonly<Record<string, number>> = { deprecated: 0.6, designing: 0.8, 'in development': 0.9 };

/** An operation with its words. */
interface Indexed<T> {
  readonly operation: T;
  /** How often it has each word, weighted by the text and by the text's length. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Finds operations by words in either language, best match first. Without words, all of them in their order. */
export type Search<T> = (words: readonly string[]) => T[];

/**
 * Prepares a search: BM25F, which weighs a word by the texts that contain it, and more the fewer operations have it. Words may
 * be those of the texts, of the URL, or what people say for them.
 */
export function createSearch<T extends Searched>(operations: readonly T[]): Search<T> {
  const indexed = indexOf(operations);
  const rarity = rarityIn(indexed);
  return (words) => {
    const query = words.join(' ').toLowerCase().trim();
    if (query === '') return [...operations];
    const asked = wanted(query, rarity);
    const wish = wishOf(query);
    const scored = indexed.map(({ operation, counts }) => {
      const score = sum(asked, ([text, weight]) => weight * saturated(counts.get(text) ?? 0));
      const trust = DOUBTFUL[operation.status] ?? 1;
      return { operation, score: exactScore(operation, query, words) + score * trust * wish(operation) };
    });
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score > 0 && score >= best * WORTH)
      .sort((a, b) => b.score - a.score)
      .map(({ operation }) => operation);
  };
}

function indexOf<T extends Searched>(operations: readonly T[]): Indexed<T>[] {
  const counts = operations.map(() => new Map<string, number>());
  for (const [weight, read] of FIELDS) {
    const fields = operations.map(read);
    const usual = sum(fields, ({ length }) => length) / Math.max(1, fields.length);
    for (const [at, tokens] of fields.entries()) {
      const share = weight / (1 - LENGTH + (LENGTH * tokens.length) / Math.max(1, usual));
      for (const { text } of tokens) counts[at]?.set(text, (counts[at]?.get(text) ?? 0) + share);
    }
  }
  return operations.map((operation, at) => ({ operation, counts: counts[at] ?? new Map() }));
}

/** The weight of a word: its inverse document frequency. A word that few operations have says more than "list". */
function rarityIn(indexed: readonly Indexed<Searched>[]): (text: string) => number {
  const frequencies = new Map<string, number>();
  for (const { counts } of indexed)
    // A word in a description alone is hardly the operation's.
    for (const [text, count] of counts)
      frequencies.set(text, (frequencies.get(text) ?? 0) + Math.min(1, count));
  return (text) => Math.log(1 + indexed.length / (0.5 + (frequencies.get(text) ?? 0)));
}

/** The words to look for, each with its weight: those of the query, and those that mean the same. */
function wanted(query: string, rarity: (text: string) => number): [text: string, weight: number][] {
  const weights = new Map<string, number>();
  const add = ({ text, weight }: Token, share: number) =>
    weights.set(text, Math.max(weights.get(text) ?? 0, weight * share));
  for (const token of tokensOf(query)) add(token, 1);
  for (const word of sayOtherwise(query, searchTerms))
    for (const token of tokensOf(word)) add(token, SYNONYM);
  return [...weights].map(([text, weight]) => [text, weight * rarity(text)]);
}

function saturated(count: number): number {
  return (count * (SATURATION + 1)) / (count + SATURATION);
}

function exactScore(operation: Searched, query: string, words: readonly string[]): number {
  const path = operation.path.toLowerCase();
  const names = [
    operation.name.toLowerCase(),
    operation.id.toLowerCase(),
    path,
    suffixOf(path),
    operation.title,
  ];
  return [query, ...words].some((word) => names.includes(word.toLowerCase())) ? EXACT : 0;
}

function suffixOf(path: string): string {
  const prefix = `${basePath}/`.toLowerCase();
  return path.toLowerCase().startsWith(prefix) ? path.slice(prefix.length) : path;
}

function sum<T>(values: readonly T[], toNumber: (value: T) => number): number {
  return values.reduce((total, value) => total + toNumber(value), 0);
}
