import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../support/runs.ts';
import { reread, writerNames } from './reread.ts';

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

describe.each(writerNames)('%s', (writer) => {
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
      { numRuns: runs(200, 2_000) },
    );
  });
});
