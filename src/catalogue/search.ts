/** What is searched of an operation. */
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

// How much a word counts, by where it is found.
const WHOLE = 100;
const SEGMENT = 40;
const TITLE = 30;
const PATH = 25;
const SUMMARY = 20;
const CATEGORY = 10;
const PARTS_OF_TITLE = 10;
const DESCRIPTION = 4;

/**
 * The operations that all words are found in, best first; where there are none, those that any word is found in. A word
 * is looked for in the URL, the method's name, the Chinese title, the category and the English texts.
 */
export function search<T extends Searched>(operations: readonly T[], words: readonly string[]): T[] {
  const asked = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter(Boolean);
  if (asked.length === 0) return [...operations];
  const scored = operations.map((operation) => {
    const scores = asked.map((word) => scoreOf(operation, word));
    const isWhole = scores.every((score) => score > 0);
    return { operation, isWhole, score: scores.reduce((sum, score) => sum + score, 0) };
  });
  const whole = scored.filter(({ isWhole }) => isWhole);
  const found = whole.length > 0 ? whole : scored.filter(({ score }) => score > 0);
  return found.sort((a, b) => b.score - a.score).map(({ operation }) => operation);
}

function scoreOf(operation: Searched, word: string): number {
  const name = operation.name.toLowerCase();
  const path = operation.path.toLowerCase();
  const { title } = operation;
  const below = path.replace(/^\/open-api\//, '');
  if ([name, operation.id.toLowerCase(), path, below, title].includes(word)) return WHOLE;
  // A plural finds its singular.
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

/** Chinese has no spaces: how many of a word's pairs of characters stand in the title, where it is at least half. */
function shareOfPairs(title: string, word: string): number {
  if (!/^\p{Script=Han}{3,}$/u.test(word)) return 0;
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const share = pairs.filter((pair) => title.includes(pair)).length / pairs.length;
  return share >= 0.5 ? share : 0;
}
