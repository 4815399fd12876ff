import { expect, test } from 'vitest';
import { judgeSizes } from '../../bench/support/judge-sizes.ts';

const figure = { section: 'size', name: 'core', value: 8.7, unit: 'kB' };
const cases: [what: string, limits: Parameters<typeof judgeSizes>[1], isOver: boolean, line: RegExp][] = [
  ['within', { core: { most: 9, unit: 'kB' } }, false, /^within {2}core: 8\.70 kB, limit 9 kB$/],
  ['over', { core: { most: 8.6, unit: 'kB' } }, true, /^OVER .*core/],
  ['another unit', { core: { most: 9, unit: 'B' } }, true, /^OVER .*core/],
  ['no limit', {}, true, /no limit in bench\/size-limits\.json/],
  ['a stale limit', { core: { most: 9, unit: 'kB' }, gone: { most: 1, unit: 'B' } }, true, /^OVER {4}gone/m],
];

test.each(cases)('%s', (_, limits, isOver, line) => {
  const judged = judgeSizes([figure], limits);
  expect(judged.isOver).toBe(isOver);
  expect(judged.lines.join('\n')).toMatch(line);
});
