import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocs } from '../../scripts/docs/read-facts.ts';
import { yamlText } from '../../scripts/docs/yaml-text.ts';
import { parseSource } from '../../scripts/spec/source.ts';

const parsed = (text: string) => parseSource(text, '/text.yaml', 'text.yaml').value;

test('what is written as YAML is read as it was', () => {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('#', ':', ' ', '\n', '-', "'", '"', '|', '>', '%', '0', '商', '\t'),
      }),
      fc.integer(),
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'binary', maxLength: 9 }), tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (given) => {
      expect(parsed(yamlText({ given }))).toEqual({ given });
    }),
    { numRuns: 2000 },
  );
});

test('the facts of every page, too', () => {
  for (const { page } of readDocs('spec/docs')) expect(parsed(yamlText(page))).toEqual(page);
});
