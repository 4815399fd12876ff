import { expect, test } from 'vitest';
import { resultsPage } from '../../bench/support/results-page.ts';

const page = resultsPage(
  [['Node', 'v20.20.2']],
  [
    { section: 'compare: bundle', name: 'ours', value: 4, unit: 'kB' },
    { section: 'compare: types', name: 'ours', value: 1429, unit: '', note: 'this tree' },
    { section: 'compare: bundle', name: 'theirs', value: 10, unit: 'kB' },
    { section: 'compare: bundle', name: 'broken', value: Number.NaN, unit: 'kB', note: 'failed: a | b\nc' },
    { section: 'start', name: 'import', value: 12, unit: 'ms', budget: 30 },
    { section: 'start', name: 'export', value: 31, unit: 'ms', budget: 30, note: 'cold' },
    { section: 'share', name: 'limits', value: 150, unit: '%', least: 200 },
  ],
);

test.each([
  ['the machine', '| Node | v20.20.2 |'],
  ['a column for each metric', '|  | Bundle | Types |  |'],
  ['the first tool, without a ratio', '| ours | 4.00 kB | 1429 | this tree |'],
  ['another tool, with its ratio to the first', '| theirs | 10.00 kB (2.50 ×) | – |  |'],
  ['a failed tool, with the reason in one cell', '| broken | – | – | failed: a \\| b c |'],
  ['a figure within its budget', '| import | 12.00 ms | 30: within |  |'],
  ['a figure over it', '| export | 31.00 ms | 30: OVER | cold |'],
  ['a figure that misses its target', '| limits | 150 % | at least 200: MISSED |  |'],
])('the page holds %s', (_, line) => {
  expect(page.split('\n')).toContain(line);
});
