/**
 * Splits a text into search terms: words, parts of compound words, ends of URL paths, and Chinese as single characters and
 * pairs, because it has no spaces. The function is sent to the browser as source, so it must not use anything outside itself.
 */
export function tokenize(text: string): string[] {
  const paths = text.match(/[\w-]+(?:\/[\w-]+)+/g) ?? [];
  const ends = paths.flatMap((path) => {
    const parts = path.split('/');
    return parts.slice(0, -1).map((_, at) => parts.slice(at).join('/'));
  });
  const words = text.match(/\p{Script=Han}+|[\p{L}\p{N}_]+/gu) ?? [];
  const tokens = words.flatMap((word) => {
    if (!/^\p{Script=Han}/u.test(word)) {
      const parts = word
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .split('_')
        .filter(Boolean);
      return parts.length > 1 ? [word, ...parts] : [word];
    }
    const characters = Array.from(word);
    return [...characters, ...characters.slice(1).map((character, at) => `${characters[at]}${character}`)];
  });
  return [...ends, ...tokens];
}
