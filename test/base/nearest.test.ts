import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/base/nearest.ts';
import { runs } from '../support/runs.ts';

describe('nearest', () => {
  test.each([
    ['a swap', 'lsit', ['list', 'show'], 'list'],
    ['a missing letter', 'opportunty.one', ['opportunity.one', 'order.one'], 'opportunity.one'],
    ['case and punctuation', 'serialNumber', ['serial_number', 'id'], 'serial_number'],
    ['the closest of several', 'offse', ['offset', 'onset'], 'offset'],
    ['nothing close', 'zebra', ['list', 'show'], undefined],
    ['nothing for a short word without a common letter', 'ab', ['cd'], undefined],
  ])('%s', (_, word, candidates, want) => {
    expect(nearest(word, candidates)).toBe(want);
  });

  test('the distance is symmetric, bounded, and 0 only for equal words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 100);
        expect(distance).toBe(editDistance(b, a, 100));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
      { numRuns: runs(100) },
    );
  });
});
