// What vitest.config.ts asks of test files, so that those of `npm test` can share a process.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith(join('package', 'consumers')),
);
const filesWith = (pattern: RegExp) =>
  files.filter((file) => pattern.test(readFileSync(join('test', file), 'utf8')));

test('only test files register hooks: a module that several of them import would do so once', () => {
  const withHooks = filesWith(/^import .*\b(?:before|after)(?:Each|All)\b.* from 'vitest'/m);
  expect(withHooks.length).toBeGreaterThan(10);
  expect(withHooks.filter((file) => !file.endsWith('.test.ts'))).toEqual([]);
});

test('only tests of the thorough tier replace modules', () => {
  const withMocks = filesWith(/^vi\.(?:mock|doMock)\(/m);
  expect(withMocks.length).toBeGreaterThan(0);
  expect(withMocks.filter((file) => !file.endsWith('.thorough.test.ts'))).toEqual([]);
});
