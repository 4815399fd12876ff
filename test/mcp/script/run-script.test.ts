import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScriptHarness, startScripts } from './harness.ts';

let scripts: ScriptHarness;
beforeAll(async () => {
  scripts = await startScripts(30);
});
afterAll(() => scripts[Symbol.asyncDispose]());

test('a program reads a list and answers', async () => {
  const answer = await scripts.run(
    `const ids = []; for await (const c of weiban.externalUser.list.items({ limit: 10 })) ids.push(c.id); log('read', ids.length); return { n: ids.length };`,
  );
  expect(answer).toMatchObject({ result: { n: 30 }, log: ['read 30'], calls: 3, rows: 30 });
});
