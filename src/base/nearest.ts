/**
 * Returns the candidate that a misspelt word most likely means, or undefined if none is close. Ignores case
 * and punctuation, so that `serialNumber` matches `serial_number`.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const given = plain(word);
  let best: string | undefined;
  // One to three edits, depending on the length of the word.
  let least = Math.min(3, Math.max(1, Math.floor(given.length / 3))) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(given, plain(candidate), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Says which member of an object is a known name misspelt. Other unknown members are no mistake. */
export function misspelt(given: object, known: object): string | undefined {
  for (const name of Object.keys(given)) {
    const near = name in known ? undefined : nearest(name, Object.keys(known));
    if (near) return `unknown option "${name}"; did you mean ${near}?`;
  }
  return undefined;
}

/**
 * Counts the letters to insert, delete, replace or swap with a neighbour to turn one word into the other. A
 * result of `enough` or more only means that there are too many.
 */
export function editDistance(a: string, b: string, enough: number): number {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? enough;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
