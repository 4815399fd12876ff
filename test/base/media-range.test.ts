import { expect, test } from 'vitest';
import { isOfRange } from '../../src/base/media-range.ts';

test.each([
  ['image/png', 'image/*', true],
  ['IMAGE/PNG; q=1', 'image/*', true],
  ['text/html', 'image/*', false],
  ['text/plain; charset=utf-8', 'text/plain; charset=gbk', true],
  ['application/json', '*/*', true],
])('%s is of %s: %s', (type, range, want) => {
  expect(isOfRange(type, range)).toBe(want);
});
