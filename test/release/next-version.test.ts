import { expect, test } from 'vitest';
import { type Bump, largerBump, nextVersion } from '../../scripts/release/next-version.ts';

const cases: [version: string, bump: Bump, next: string][] = [
  ['0.1.4', 'none', '0.1.5'],
  ['0.1.4', 'patch', '0.1.5'],
  ['0.1.4', 'minor', '0.1.5'],
  ['0.1.4', 'major', '0.2.0'],
  ['1.2.3', 'none', '1.2.4'],
  ['1.2.3', 'patch', '1.2.4'],
  ['1.2.3', 'minor', '1.3.0'],
  ['1.2.3', 'major', '2.0.0'],
  ['9.10.11', 'major', '10.0.0'],
];

test.each(cases)('%s, %s -> %s', (version, bump, next) => {
  expect(nextVersion(version, bump)).toBe(next);
});

test.each(['1.2', '1.2.3-rc.1', 'v1.2.3', ''])('%j is refused as a version', (version) => {
  expect(() => nextVersion(version, 'patch')).toThrow(/is not three numbers/);
});

test('the larger of two bumps', () => {
  expect([largerBump('none', 'patch'), largerBump('major', 'minor'), largerBump('minor', 'minor')]).toEqual([
    'patch',
    'major',
    'minor',
  ]);
});
