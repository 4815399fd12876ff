import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCallTools } from '../../../src/mcp/calls/index.ts';
import { createRunScript } from '../../../src/mcp/script/index.ts';
import { NOW, type ScriptHarness, startScripts } from './harness.ts';

let scripts: ScriptHarness;
beforeAll(async () => {
  scripts = await startScripts(30);
});
afterAll(() => scripts[Symbol.asyncDispose]());

test('a program reads the pages of a list, tells its progress, and is in the audit log', async () => {
  scripts.audit.length = 0;
  scripts.progress.length = 0;
  const answer = await scripts.run(
    `const ids = [];
     for await (const customer of weiban.externalUser.list.items({ limit: 10 })) ids.push(customer.id);
     progress('all read');
     log('read', ids.length, { now });
     return { count: ids.length, day: new Date().toISOString(), same: Date.now() === new Date().getTime() };`,
  );
  expect(answer).toEqual({
    untrusted: expect.stringMatching(/data/),
    result: { count: 30, day: '2024-06-01T00:00:00.000Z', same: true },
    log: [`read 30 {"now":${NOW}}`],
    calls: 3,
    rows: 30,
  });
  expect(scripts.progress).toContain('2 calls, 20 rows');
  expect(scripts.progress.at(-1)).toBe('all read · 3 calls, 30 rows');
  const line = { tool: 'run_script', operation: 'externalUserList', arguments: ['limit'], outcome: 'ok' };
  expect(scripts.audit).toEqual([line, line, line]);
});

test('an error that a program catches quotes no value of its arguments', async () => {
  const answer = await scripts.run(
    `const { external_user_list: [first] } = await weiban.externalUser.list({ limit: 1 });
     const refusals = [];
     for (const unionid of ['9' + first.unionid, first.unionid + 'x'])
       await weiban.externalUser.get({ unionid }).catch(({ name, message }) => refusals.push([name, message]));
     return refusals;`,
  );
  expect(answer.result).toEqual([
    ['BadArguments', expect.stringMatching(/unionid_\d+ beside other letters/)],
    ['BadArguments', expect.stringMatching(/unionid_\d+ beside other letters/)],
  ]);
});

test('the failure of a program is within the smallest budget, whatever it throws and logs', async () => {
  const answer = await scripts.run(
    `for (let at = 0; at < 200; at++) log('𠀀"'.repeat(500)); throw new Error('𠀀"\\\\'.repeat(10_000));`,
    { context: { budget: 500 } },
  );
  expect(answer.error?.message).toContain('𠀀');
  expect(encode(JSON.stringify(answer)).length).toBeLessThanOrEqual(500);
});

test('a program sees pseudonyms alone, and may call with them', async () => {
  const answer = await scripts.run(
    `const { external_user_list: [first] } = await weiban.externalUser.list({ limit: 1 });
     const { external_user } = await weiban.externalUser.get({ unionid: first.unionid });
     return { unionid: first.unionid, same: external_user.id === first.id, letters: [...first.unionid].join(' '), phone: '139' + '12345678' };`,
  );
  expect(answer.result).toMatchObject({
    unionid: expect.stringMatching(/^unionid_\d{6}$/),
    same: true,
    letters: expect.stringMatching(/^u n i o n i d _( \d){6}$/),
    phone: expect.stringMatching(/^phone_\d{6}$/),
  });
});

describe('without the engine', () => {
  const { run } = createRunScript({
    callWrite: createCallTools()[1] as never,
    resolve: () => {
      throw new Error('not found');
    },
  });
  test('the answer names the command that installs it', async () => {
    const context = {
      signal: new AbortController().signal,
      budget: 8000,
      masker: { maskAgain: String, mask: String, hide: String },
      language: 'en',
    };
    const { value, isError } = await run(context as never, { source: 'return 1' });
    expect(isError).toBe(true);
    expect(JSON.stringify(value)).toMatch(/npm install quickjs-emscripten/);
  });
});

test('its definition takes at most 250 tokens', () => {
  const { run: _, ...definition } = createRunScript({ callWrite: createCallTools()[1] as never });
  const { input, output, ...rest } = definition;
  const tokens = encode(JSON.stringify({ ...rest, inputSchema: input, outputSchema: output })).length;
  console.log(`run_script: ${tokens} tokens`);
  expect(tokens).toBeLessThanOrEqual(250);
});
