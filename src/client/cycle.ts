/**
 * Creates the check for lists that go round in circles. Given the rows of each page, it returns how many pages the
 * latest ones repeat: 1 if a page equals the one before, 3 for A B C A B C; 0 while pages differ. A list may hold equal
 * rows, so a page alone that came before says nothing unless it is the very last one.
 */
export function createCycleCheck(): (rows: readonly unknown[]) => number {
  // A number for each page, because the pages themselves could take any amount of memory.
  const marks: number[] = [];
  return (rows) => {
    if (rows.length === 0) return 0;
    const end = marks.push(markOf(JSON.stringify(rows)));
    for (let period = 1; period * 2 <= end; period++) {
      let equal = 0;
      while (equal < period && marks[end - 1 - equal] === marks[end - 1 - equal - period]) equal++;
      if (equal === period) return period;
    }
    return 0;
  };
}

/** 53 bits that depend on every character: two hashes of 32 and 21 bits. */
function markOf(text: string): number {
  let [high, low] = [7, 11];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
