import type { TextCache } from '../../scripts/kit/text-cache.ts';

/** A cache in memory, with a list of the inputs of all values that were created, in order. */
export function memoryCache(): { readonly created: readonly string[]; readonly cache: TextCache } {
  const known = new Map<string, unknown>();
  const created: string[] = [];
  const cache: TextCache = {
    get: (text) => (known.has(text) ? { value: known.get(text) } : undefined),
    set: (text, value) => {
      created.push(text);
      known.set(text, value);
    },
    save: () => undefined,
  };
  return { created, cache };
}
