import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine, printable } from '../../src/base/printable.ts';
import { progressLine } from '../../src/cli/call/progress.ts';
import { displayWidth, fitted } from '../../src/cli/output/display-width.ts';
import { table } from '../../src/cli/output/table.ts';
import { rowsTable } from '../../src/cli/output/value-table.ts';
import { runs } from '../support/runs.ts';

describe('the width on a terminal', () => {
  test.each([
    ['abc', 3],
    ['商机', 4],
    ['（x）', 5],
    ['é', 1],
    ['e\u0301', 1],
    ['🐤', 2],
    ['', 0],
  ])('%s takes %d columns', (text, want) => {
    expect(displayWidth(text)).toBe(want);
  });

  test('a fitted text has exactly the given width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '商', '（', '🐤', ' ') }),
        fc.integer({ min: 1, max: 20 }),
        (text, columns) => {
          expect(displayWidth(fitted(text, columns))).toBe(columns);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

test('printable text has no characters that control a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(oneLine(text)).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: runs(100) },
  );
});

test('a table fits the terminal', () => {
  const text = table(
    ['name', 'text'],
    [
      ['员工', 'x'.repeat(100)],
      ['b', '\n\u001b'],
    ],
    30,
  );
  const lines = text.trimEnd().split('\n');
  expect(lines.every((line) => displayWidth(line) <= 30)).toBe(true);
  expect(lines[2]).toMatch(/^员工 {2}x+…$/);
  expect(lines[3]).toBe('b     \\n\\u001b');
});

test('rows with different fields share a table, nested fields last', () => {
  const rows = [
    { nested: { a: 1 }, id: '1' },
    { id: '2', extra: null },
  ];
  expect(rowsTable(rows, undefined).split('\n')).toEqual([
    'id  extra  nested',
    '──  ─────  ───────',
    '1          {"a":1}',
    '2   null',
    '',
  ]);
  expect(rowsTable(['a', 'b'], undefined)).toBe('value\n─────\na\nb\n');
});

test.each([
  [0, 10, '[------------------------] 0% 0/10 rows'],
  [10, 10, '[########################] 100% 10/10 rows'],
  [12, 10, '[########################] 100% 12/10 rows'],
  [7, Number.NaN, '7 rows'],
])('the bar for %d of %d', (rows, total, want) => {
  expect(progressLine(rows, total, 'rows')).toBe(want);
});

test.each([undefined, 0])('a table with an unknown width (%s) is not cut', (width) => {
  expect(table(['name'], [['x'.repeat(300)]], width)).toContain('x'.repeat(300));
});
