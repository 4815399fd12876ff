import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document } from 'yaml';
import { readDocs } from '../../scripts/evidence/facts/read-facts.ts';
import { parseSource } from '../../scripts/spec/source.ts';
import { documentText, foldSmallCollections, rowsText, yamlText } from '../../scripts/spec/yaml-text.ts';

const AWKWARD = [...`#: \n-'"|>%0商\t{}[],\r\u0085\u2028\ufeff`];
const WORDS = [
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '\\',
  'a',
  'long enough',
  'x'.repeat(50),
  '商机'.repeat(20),
  '\u2029',
];

// The parser refuses `__proto__`.
const key = fc.string({ unit: 'binary', maxLength: 9 }).filter((name) => name !== '__proto__');

const LONG = 'A paragraph that is long enough to fold.\n \nMore.\n\n';

const WRITERS = {
  yamlText: (value: object) => yamlText(value),
  unfolded: (value: object) => yamlText(value, 0),
  rowsText: (value: object) => rowsText([value], 'rows'),
  folded: (value: object) => {
    const document = new Document(value, { aliasDuplicateObjects: false });
    foldSmallCollections(document);
    return documentText(document);
  },
};

/** Writes a value and parses the text. `rowsText` writes a list with one row. */
function reread(writer: keyof typeof WRITERS, value: object): unknown {
  const text = WRITERS[writer](value);
  if (writer === 'rowsText') expect(text.split('\n')).toHaveLength(4);
  const read = parseSource(text, '/text.yaml', 'text.yaml').value;
  return writer === 'rowsText' && Array.isArray(read) ? read[0] : read;
}

describe.each(['yamlText', 'unfolded', 'rowsText', 'folded'] as const)('%s', (writer) => {
  test('any value survives writing and parsing', () => {
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 60 }),
        fc.string({ unit: fc.constantFrom(...WORDS), maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '-', ':'), maxLength: 5 }),
        fc.integer(),
        fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        expect(reread(writer, { given })).toEqual({ given });
      }),
      { numRuns: 2000 },
    );
  });

  test.each([' \n', '  \nx', '\n\n \n', '\t\n', ' a\n', 'a\n \n', '-\na', ':\na', '\ufeff', LONG])(
    '%j survives, although the library alone changes it',
    (text) => {
      for (const value of [{ [text]: text }, { list: [[text]] }, { list: [{ text }] }]) {
        expect(reread(writer, value)).toEqual(value);
      }
    },
  );
});

test('the facts of every page survive', () => {
  for (const { page } of readDocs('spec/docs')) expect(reread('yamlText', page)).toEqual(page);
});
