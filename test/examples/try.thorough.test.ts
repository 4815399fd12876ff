import { expect, test } from 'vitest';
import { startExample } from './start-example.ts';

test('npm run try shows a first call and a first error, without credentials', async () => {
  const { code, output } = await startExample('try', [], {}).ended;
  expect(output).toMatch(/^\S+: \S+\n.*\n.*\n22201 OpportunityNotFound\nopportunityOne failed with 22201/);
  expect(output).toContain('Check the id or the serial number');
  expect(code).toBe(0);
});
