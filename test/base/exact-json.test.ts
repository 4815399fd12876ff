import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeAt, parseExact, stringifyExact } from '../../src/base/exact-json.ts';
import { runs } from '../support/runs.ts';

/** What parsing makes of an integer: a string if a double would round it. A double can be such an integer too. */
function parsed(item: unknown): unknown {
  const digits = typeof item === 'bigint' || typeof item === 'number' ? stringifyExact(item) : '';
  if (!/^-?\d+$/.test(digits)) return item;
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;
}

describe('parsing', () => {
  test.each<[name: string, text: string, want: unknown, large: string[]]>([
    ['a large integer', '{"id":1700000000000000201}', { id: '1700000000000000201' }, ['1700000000000000201']],
    ['a negative large integer', '[-9007199254740993]', ['-9007199254740993'], ['-9007199254740993']],
    ['a large integer alone', '9007199254740993', '9007199254740993', ['9007199254740993']],
    ['the largest safe integer', '[9007199254740991]', [9007199254740991], []],
    ['after white space', '{"id" : \n 9007199254740993 }', { id: '9007199254740993' }, ['9007199254740993']],
    ['digits in a string', '{"id":"9007199254740993"}', { id: '9007199254740993' }, []],
    [
      'digits in a string after a quote',
      '["\\"9007199254740993", 9007199254740993]',
      ['"9007199254740993', '9007199254740993'],
      ['9007199254740993'],
    ],
    [
      'digits after a backslash',
      '["\\\\", 9007199254740993]',
      ['\\', '9007199254740993'],
      ['9007199254740993'],
    ],
    [
      'a fraction',
      '[0.12345678901234567890, 9007199254740993]',
      [0.12345678901234568, '9007199254740993'],
      ['9007199254740993'],
    ],
    [
      'an exponent',
      '[1e20, 9007199254740993.5, 9007199254740993]',
      [1e20, Number('9007199254740993.5'), '9007199254740993'],
      ['9007199254740993'],
    ],
    [
      'a name of digits',
      '{"9007199254740993":9007199254740993}',
      { '9007199254740993': '9007199254740993' },
      ['9007199254740993'],
    ],
  ])('%s', (_, text, value, large) => {
    expect(parseExact(text)).toEqual({ value, large });
  });

  test('equals JSON.parse except for large integers, whatever the value', () => {
    const big = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constant(null),
        big,
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.boolean(), (given, isPretty) => {
        const compact = stringifyExact(given);
        const text = isPretty ? compact.replaceAll(/([:,[])(?=-?\d{17})/g, '$1 ') : compact;
        const want = JSON.stringify(given, (_, item) => parsed(item));
        expect(JSON.stringify(parseExact(text).value)).toBe(JSON.stringify(JSON.parse(want)));
      }),
      { numRuns: runs(5_000) },
    );
  });

  test.each(['{', '[9007199254740993', '"abc', '', '[1,,9007199254740993]', '{"a":-}'])(
    'text that is not JSON is rejected: %s',
    (text) => {
      expect(() => parseExact(text)).toThrow(SyntaxError);
    },
  );

  test('a string of 16 MB does not overflow the stack', () => {
    const text = `["${'\\"'.repeat(8_000_000)}", 9007199254740993]`;
    expect((parseExact(text).value as unknown[])[1]).toBe('9007199254740993');
  });
});

test.each<[name: string, given: unknown, path: string[], want: unknown]>([
  ['a field', { a: 1 }, ['a'], { a: '1' }],
  ['through lists', { a: [{ b: 1 }, { b: 2 }, {}] }, ['a', 'b'], { a: [{ b: '1' }, { b: '2' }, {}] }],
  ['a list of values', { a: [1, 2] }, ['a'], { a: ['1', '2'] }],
  ['no value at the path', { a: null }, ['a', 'b'], { a: null }],
  ['an inherited name', {}, ['toString'], {}],
])('changes %s', (_, given, path, want) => {
  changeAt(given, path, String);
  expect(given).toEqual(want);
});
