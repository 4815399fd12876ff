import { expect } from 'vitest';

/**
 * How many random cases a property is tried with: `few` in `npm test`, `many` in the thorough tier. Without `many` the
 * property is cheap, and runs in `npm test` alone.
 *
 * @throws Error where a property with two counts stands in a file that only one tier runs.
 */
export function runs(few: number, many?: number): number {
  if (many === undefined) return few;
  const { testPath = '' } = expect.getState();
  if (!testPath.endsWith('.property.test.ts')) {
    throw new Error(
      `${testPath} has a property with two counts: name it *.property.test.ts, so that both run.`,
    );
  }
  return process.env.TEST_TIER === 'thorough' ? many : few;
}
