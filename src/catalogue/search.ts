import { basePath } from '../../generated/operations.ts';

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
}

// The score of a word, by the text that contains it.
const EXACT = 100;
const SEGMENT = 40;
const TITLE = 30;
const PATH = 25;
const SUMMARY = 20;
const CATEGORY = 10;
const PARTS_OF_TITLE = 10;
const DESCRIPTION = 4;

/**
 * The operations that match all words, best match first; if there are none, those that match any word. A word may occur
 * in the URL, the method's name, the Chinese title, the category or the English texts.
 */
export function search<T extends Searched>(operations: readonly T[], words: readonly string[]): T[] {
  const asked = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  if (asked.length === 0) return [...operations];
  const scoresByWord = asked.map((word) => operations.map((operation) => scoreOf(operation, word)));
  const weights = scoresByWord.map(rarity);
  const scored = operations.map((operation, index) => {
    const scores = scoresByWord.map((scores) => scores[index] ?? 0);
    const matchesAll = scores.every((score) => score > 0);
    const score = scores.reduce((sum, score, word) => sum + score * (weights[word] ?? 0), 0);
    return { operation, matchesAll, score };
  });
  const complete = scored.filter(({ matchesAll }) => matchesAll);
  const found = complete.length > 0 ? complete : scored.filter(({ score }) => score > 0);
  return found.sort((a, b) => b.score - a.score).map(({ operation }) => operation);
}

/** The weight of a word: its inverse document frequency. A word that few operations contain says more than "list". */
function rarity(scores: readonly number[]): number {
  return Math.log(1 + scores.length / (1 + scores.filter((score) => score > 0).length));
}

function scoreOf(operation: Searched, word: string): number {
  const name = operation.name.toLowerCase();
  const path = operation.path.toLowerCase();
  const { title } = operation;
  const prefix = `${basePath}/`.toLowerCase();
  const suffix = path.startsWith(prefix) ? path.slice(prefix.length) : path;
  if ([name, operation.id.toLowerCase(), path, suffix, title].includes(word)) return EXACT;
  // A plural matches its singular.
  const stem = /^[a-z]{4,}s$/.test(word) ? word.slice(0, -1) : word;
  let score = 0;
  if (path.split(/[/_]/).includes(stem)) score += SEGMENT;
  else if (path.includes(stem) || name.includes(stem)) score += PATH;
  if (title.toLowerCase().includes(word)) score += TITLE;
  else score += PARTS_OF_TITLE * shareOfPairs(title, word);
  if (operation.summary.toLowerCase().includes(stem)) score += SUMMARY;
  if (operation.category.toLowerCase().includes(stem)) score += CATEGORY;
  if (operation.description.toLowerCase().includes(stem)) score += DESCRIPTION;
  return score;
}

/**
 * The share of a word's character pairs that the title contains, if at least half; Chinese has no spaces to split at.
 */
function shareOfPairs(title: string, word: string): number {
  if (!/^\p{Script=Han}{3,}$/u.test(word)) return 0;
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const share = pairs.filter((pair) => title.includes(pair)).length / pairs.length;
  return share >= 0.5 ? share : 0;
}
