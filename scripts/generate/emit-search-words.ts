import type { Model } from '../spec/model.ts';
import { literalOf, propertyName } from './text.ts';

/** `search-words.ts`: what people say for the terms and operations. A separate module because only the search needs it. */
export function emitSearchWords({ searchWords: { terms, operations } }: Model): string {
  const groups = terms.map((words) => `  ${literalOf(words)},\n`);
  const rows = Object.entries(operations).map(
    ([id, asked]) => `  ${propertyName(id)}: ${literalOf(asked)},\n`,
  );
  return [
    '/** Words for the same thing; the first is the word of the texts. */',
    `export const searchTerms: readonly (readonly string[])[] = [\n${groups.join('')}];`,
    '',
    '/** What people ask when an operation is the answer, by operationId. */',
    `export const askedOf: Readonly<Record<string, readonly string[]>> = {\n${rows.join('')}};\n`,
  ].join('\n');
}
