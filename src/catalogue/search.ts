import { basePath } from '../../generated/operations.ts';
import { searchTerms } from '../../generated/search-words.ts';
import { sayOtherwise } from './say-otherwise.ts';
import { type Token, tokensOf } from './tokens.ts';
import { wishOf } from './wish.ts';
import { indexWords, type Searched, type Sentence, sum } from './word-index.ts';

/** How soon a repeated word stops counting: the constant k of BM25. */
const SATURATION = 1.4;

/** How much a word counts that was not said, but means the same. */
const SYNONYM = 0.85;

/** An operation that scores less than this share of the best is no answer. */
const WORTH = 0.2;

/** The score of an operation that is named exactly. */
const EXACT = 1000;

/** How far an operation is believed to work. */
const DOUBTFUL: Readonly<Record<string, number>> = { deprecated: 0.6, designing: 0.8, 'in development': 0.9 };

/** How much it counts that one sentence about an operation is like the query as a whole. */
const ALIKE = 1.5;

/** Finds operations by words in either language, best match first. */
export type Search<T> = (words: readonly string[]) => T[];

/**
 * Prepares a search: BM25F, which weighs a word by the texts that contain it, and more the fewer operations have it. Words may
 * be those of the texts, of the URL, or what people say for them.
 */
export function createSearch<T extends Searched>(operations: readonly T[]): Search<T> {
  const index = indexWords(operations);
  return (words) => {
    const query = words.join(' ').toLowerCase().trim();
    const asked = wanted(query, index.rarity);
    const wish = wishOf(query);
    const scored = index.operations.map(({ operation, counts, sentences }) => {
      const score =
        sum(asked, ([text, weight]) => weight * saturated(counts.get(text) ?? 0)) +
        ALIKE * Math.max(...sentences.map((sentence) => likeness(asked, sentence)));
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

/** How much of a query and of a sentence is the same: all of it is the weight of the query. */
function likeness(asked: readonly (readonly [text: string, weight: number])[], sentence: Sentence): number {
  const shared = sum(asked, ([text, weight]) => (sentence.words.has(text) ? weight : 0));
  if (shared === 0) return 0;
  const all = sum(asked, ([, weight]) => weight);
  return (shared * Math.sqrt(all)) / Math.sqrt(Math.max(sentence.weight, 1));
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
