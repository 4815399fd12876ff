import { expect, test } from 'vitest';
import { coverageOf } from '../../scripts/check/coverage.ts';
import { summarize } from '../../scripts/check/summary.ts';
import { readContext } from '../../scripts/evidence/compare/context.ts';

test('every page, field and correction of the specification is counted under one category', () => {
  const context = readContext('spec');
  const rows = coverageOf(context, []);
  const sum = (column: 'pages' | 'fields' | 'corrections') =>
    rows.reduce((total, row) => total + row[column], 0);
  const { pages, fields, corrections } = summarize(context);
  expect([sum('pages'), sum('fields'), sum('corrections')]).toEqual([pages, fields, corrections]);
  expect(fields).toBeGreaterThan(0);
});
