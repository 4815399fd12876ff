import type { TextCache } from '../../scripts/kit/text-cache.ts';

/** A cache in memory, with a list of the inputs of all values that were created, in order. */
export function memoryCache(): { readonly made: readonly string[]; readonly cache: TextCache } {
  const known = new Map<string, unknown>();
  const made: string[] = [];
  const cache: TextCache = {
    get: (text) => (known.has(text) ? { value: known.get(text) } : undefined),
    set: (text, value) => {
      made.push(text);
      known.set(text, value);
    },
    save: () => undefined,
  };
  return { made, cache };
}
