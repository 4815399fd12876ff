/**
 * The words of the texts for what people say. At each place of a query, the longest known word counts, so that the words inside
 * it do not: "group" in "group broadcast" is no group chat.
 *
 * @param terms words for the same thing, of which the first is the word of the texts.
 */
export function sayOtherwise(query: string, terms: readonly (readonly string[])[]): string[] {
  const words = new Map<string, string>();
  for (const [first = '', ...others] of terms)
    for (const word of [first, ...others]) if (!words.has(word)) words.set(word.toLowerCase(), first);
  const longest = [...words.keys()].sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (let at = 0; at < query.length; ) {
    const word = longest.find((candidate) => startsAt(query, candidate, at));
    const first = word === undefined ? undefined : words.get(word);
    if (word !== undefined && first !== undefined && first !== word) found.add(first);
    at += word?.length || 1;
  }
  return [...found];
}

/** Whether the query has the word at a place; a Latin word ends where letters end. */
function startsAt(query: string, word: string, at: number): boolean {
  if (!query.startsWith(word, at)) return false;
  if (!/^[a-z]/.test(word)) return true;
  return (
    !/[a-z]/.test(query.charAt(at - 1)) && !/^s?[a-z]/.test(query.slice(at + word.length).replace(/^s\b/, ''))
  );
}
