import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { isObject } from './openapi.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';

/** What people say for the terms and operations of an API, for the search. */
export interface SearchWords {
  /** Words for the same thing; the first is the word of the texts. */
  readonly terms: readonly (readonly string[])[];
  /** What people ask when an operation is the answer, by operationId. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads `search.yaml`; a specification without it has no such words.
 * @throws SpecError for rows that are not lists of words, and for an operation that does not exist.
 */
export function readSearchWords(source: Source | undefined, operationIds: ReadonlySet<string>): SearchWords {
  if (source === undefined) return { terms: [], operations: {} };
  const { terms = [], operations = {}, ...others } = isObject(source.value) ? source.value : {};
  const found: Diagnostic[] = [];
  const refuse = (message: string, fix: string, keys: KeyPath) =>
    found.push({ code: 'search-words', message, fix, place: placeOf(source, keys) });
  const wordsAt = (keys: KeyPath, value: unknown) => {
    if (Array.isArray(value)) return value.map(String);
    refuse('a row of search.yaml is a list of words', 'write [a word, another word]', keys);
    return [];
  };
  for (const key of Object.keys(others))
    refuse(`search.yaml has no ${key}`, 'it has terms and operations; delete the rest', [key]);
  const words: SearchWords = {
    terms: Array.isArray(terms) ? terms.map((row, at) => wordsAt(['terms', at], row)) : [],
    operations: Object.fromEntries(
      Object.entries(isObject(operations) ? operations : {}).map(([id, row]) => {
        if (!operationIds.has(id))
          refuse(
            `no operation has the operationId ${JSON.stringify(id)}`,
            'correct the name, or delete the row',
            ['operations', id],
          );
        return [id, wordsAt(['operations', id], row)];
      }),
    ),
  };
  if (found.length > 0) throw new SpecError(found);
  return words;
}
