import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenOperation } from '../../../generated/profile.ts';
import { parseOperation } from '../../../src/base/operation-row.ts';
import { allowedWrites } from '../../../src/cli/writes.ts';
import { createCaller } from '../../../src/client/index.ts';
import { exampleCalls } from '../../support/call-with-examples.ts';
import { manualClock } from '../../support/clocks.ts';
import { credentials, serve } from '../../support/over-server.ts';
import { contextOf, errorOf, ONE_PHONE, servedTools, toolsOf } from './tool-context.ts';

const writes = exampleCalls.filter(
  ({ id, row }) => parseOperation(row).safety !== 'r' && id !== tokenOperation,
);
const reads = exampleCalls.filter(({ row }) => parseOperation(row).safety === 'r');
const who = { staff_id: 's1', external_user_id: 'c1' };
const add = { operation: 'tag.add', arguments: { tag_name: '重要客户', tag_group: 'g1', ...who } };

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  const { startFakeWeiban } = await import('../../support/fake-weiban.ts');
  server = await startFakeWeiban(credentials);
});
afterAll(() => server.close());

const callerOf = () => createCaller({ ...credentials, baseUrl: server.url, limits: false, retry: false });

describe(`each of the ${writes.length} writes`, () => {
  test('is a row of this test', () => expect(writes.length).toBeGreaterThan(60));

  test.each(writes.map(({ id, params }) => [id, params] as const))(
    '%s is refused without permission, with and without a person who agrees, and call_read never calls it',
    async (operation, params) => {
      const ask = async () => true;
      for (const more of [{}, { ask }, { ask, allowsWrite: (id: string) => id !== operation }]) {
        const { write, read } = toolsOf(contextOf(callerOf(), more));
        const input = { operation, arguments: params };
        const refused = errorOf(await write(input));
        expect(refused).toMatchObject({ name: 'WriteNotAllowed' });
        const [, pattern] = /--allow-writes (\S+)\.$/.exec(String(refused.advice)) ?? [];
        expect(allowedWrites(pattern)(operation)).toBe(true);
        expect(errorOf(await write({ ...input, confirm: 'yes' }))).toMatchObject({ name: 'WriteNotAllowed' });
        expect(errorOf(await read(input))).toMatchObject({ name: 'WrongTool' });
      }
      expect(server.seen).toEqual([]);
    },
  );
});

test('no read goes through call_write, and the token through neither', async () => {
  const { write } = toolsOf(contextOf(callerOf(), { allowsWrite: () => true, ask: async () => true }));
  for (const { id, params } of reads) {
    const error = errorOf(await write({ operation: id, arguments: params }));
    expect(error.name).toBe('WrongTool');
    expect(error.advice).toContain('call_read');
  }
  for (const operation of [tokenOperation, 'accessToken.get', '/open-api/access_token/get'])
    expect(errorOf(await write({ operation })).name).toBe('Forbidden');
  expect(server.seen).toEqual([]);
});

const served = async (more: Parameters<typeof servedTools>[0] = {}, clock = manualClock()) => {
  const tools = await servedTools({ allowsWrite: () => true, ...more }, clock);
  tools.server.answer('tag/add', () => ({ body: { errcode: 0, errmsg: 'ok', tag_id: 't1' } }));
  return { ...tools, clock, sent: () => tools.server.seenAt('tag/add').map(({ body }) => JSON.parse(body)) };
};

describe('without a way to ask', () => {
  test('the first call answers with a preview, and the second, with its confirmation, sends', async () => {
    const { write, sent, lines } = await served();
    const { value, isError } = await write(add);
    expect(isError).toBeUndefined();
    expect(value).toMatchObject({
      status: 'preview',
      confirm: expect.any(String),
      preview: {
        operation: 'tag.add',
        safety: 'idempotent',
        request: 'POST /open-api/tag/add',
        arguments: add.arguments,
      },
    });
    expect(sent()).toEqual([]);
    const done = await write({ ...add, confirm: value.confirm });
    expect(done.value).toMatchObject({ status: 'sent', answer: { tag_id: 't1' } });
    expect(sent()).toEqual([add.arguments]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['preview', 'sending', 'sent']);
  });

  test('the order of the arguments does not matter to a confirmation', async () => {
    const { write, sent } = await served();
    const { confirm } = (await write(add)).value;
    await write({
      operation: 'tagAdd',
      arguments: { ...who, tag_group: 'g1', tag_name: '重要客户' },
      confirm,
    });
    expect(sent()).toHaveLength(1);
  });

  test.each<[string, (confirm: string) => object]>([
    [
      'for other arguments',
      (confirm) => ({ ...add, arguments: { tag_name: '重要客户', tag_group: 'g2', ...who }, confirm }),
    ],
    [
      'for one argument more',
      (confirm) => ({ ...add, arguments: { ...add.arguments, external_user_unionid: 'u1' }, confirm }),
    ],
    [
      'with a changed character',
      (confirm) => ({ ...add, confirm: confirm.replace(/.$/, (end) => (end === 'A' ? 'Q' : 'A')) }),
    ],
    ['that was made up', () => ({ ...add, confirm: 'yes' })],
    ['that is empty', () => ({ ...add, confirm: '' })],
  ])('a confirmation %s is refused', async (_, input) => {
    const { write, sent } = await served();
    const { confirm } = (await write(add)).value;
    expect(errorOf(await write(input(String(confirm))))).toMatchObject({
      name: expect.stringMatching(/NotConfirmed|BadArguments/),
    });
    expect(sent()).toEqual([]);
  });

  test('a confirmation of another operation is refused', async () => {
    const { write, server: own } = await served();
    const { confirm } = (await write(add)).value;
    const other = writes.find(({ id }) => id === 'tagInternalAdd');
    const input = { operation: other?.id, arguments: other?.params, confirm };
    expect(errorOf(await write(input)).name).toBe('NotConfirmed');
    expect(own.seen).toEqual([]);
  });

  test('a confirmation counts once', async () => {
    const { write, sent } = await served();
    const { confirm } = (await write(add)).value;
    await write({ ...add, confirm });
    expect(errorOf(await write({ ...add, confirm })).name).toBe('NotConfirmed');
    expect(sent()).toHaveLength(1);
  });

  test('a confirmation counts once even if the write fails', async () => {
    const { write, server: own } = await served();
    own.answer('tag/add', () => ({ body: { errcode: 40001, errmsg: 'no' } }));
    const { confirm } = (await write(add)).value;
    expect(errorOf(await write({ ...add, confirm }))).toMatchObject({ code: 40001 });
    expect(errorOf(await write({ ...add, confirm })).name).toBe('NotConfirmed');
    expect(own.seenAt('tag/add')).toHaveLength(1);
  });

  test('a confirmation expires', async () => {
    const { write, sent, clock } = await served();
    const { confirm } = (await write(add)).value;
    await clock.advance(5 * 60_000 + 1);
    expect(errorOf(await write({ ...add, confirm })).name).toBe('NotConfirmed');
    const again = (await write(add)).value.confirm;
    await clock.advance(5 * 60_000 - 1);
    await write({ ...add, confirm: again });
    expect(sent()).toHaveLength(1);
  });

  test('a confirmation of another server process is refused', async () => {
    const { confirm } = (await (await served()).write(add)).value;
    const { write, sent } = await served();
    expect(errorOf(await write({ ...add, confirm })).name).toBe('NotConfirmed');
    expect(sent()).toEqual([]);
  });
});

describe('with a way to ask', () => {
  test('the person sees what is sent, and it is sent when they agree', async () => {
    const asked: string[] = [];
    const ask = async (message: string) => asked.push(message) > 0;
    const { write, sent } = await served({ ask, language: 'zh' });
    expect((await write(add)).value).toMatchObject({ status: 'sent' });
    expect(asked).toEqual([expect.stringMatching(/^tag\.add · .*\p{Script=Han}/u)]);
    expect(asked[0]).toContain(`POST /open-api/tag/add ${JSON.stringify(add.arguments)}`);
    expect(sent()).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['', add],
    [' and a confirmation does not help', { ...add, confirm: 'yes' }],
  ])('nothing is sent when they say no%s', async (_, input) => {
    const { write, sent, lines } = await served({ ask: async () => false });
    expect(errorOf(await write(input))).toMatchObject({ name: 'Declined' });
    expect(sent()).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ outcome: 'error Declined' });
  });

  test('an argument cannot imitate the question', async () => {
    const asked: string[] = [];
    const ask = async (message: string) => asked.push(message) < 0;
    const { write } = await served({ ask });
    await write({
      ...add,
      arguments: { tag_name: 'x"}\nIt only reads.\u001b[2J\u202e', tag_group: 'g', ...who },
    });
    const lines = asked[0]?.split('\n') ?? [];
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe(
      `POST /open-api/tag/add {"tag_name":"x\\"}\\nIt only reads.\\\\u{1b}[2J\\\\u{202e}","tag_group":"g","staff_id":"s1","external_user_id":"c1"}`,
    );
  });

  test('a long list is cut, and the question says so', async () => {
    const asked: string[] = [];
    const ask = async (message: string) => asked.push(message) < 0;
    const { write } = await served({ ask });
    await write({ ...add, arguments: { tag_name: 'x'.repeat(50_000), tag_group: 'g', ...who } });
    expect(asked[0]?.length).toBeLessThan(4000);
    expect(asked[0]).toMatch(/Not all of it is shown: .*of 50000 characters/);
  });

  test('a question that fails sends nothing', async () => {
    const ask = async () => Promise.reject(new Error('the client is gone'));
    const { write, sent } = await served({ ask });
    await expect(write(add)).rejects.toThrow('the client is gone');
    expect(sent()).toEqual([]);
  });
});

test('a pattern of the operator decides which writes are allowed', async () => {
  const { write, sent } = await served({ allowsWrite: (id) => /^tag/.test(id), ask: async () => true });
  expect((await write(add)).value).toMatchObject({ status: 'sent' });
  const other = writes.find(({ id }) => !id.startsWith('tag'));
  expect(errorOf(await write({ operation: other?.id, arguments: other?.params })).name).toBe(
    'WriteNotAllowed',
  );
  expect(sent()).toHaveLength(1);
});

test('writes of every safety ask', async () => {
  const { write, server: own } = await served();
  for (const [letter, safety] of [
    ['i', 'idempotent'],
    ['w', 'write'],
  ]) {
    const found = writes.find(({ row }) => parseOperation(row).safety === letter);
    const { value } = await write({ operation: found?.id, arguments: found?.params });
    expect(value).toMatchObject({ status: 'preview', preview: { safety } });
  }
  expect(own.seen).toEqual([]);
});

test.each([
  ['tagDelete', 'delete', '此操作会【删除】数据。'],
  ['staffMessageSend', 'send', '此操作会向他人【发送】内容。'],
])('the preview and the question of %s name its effect', async (operation, effect, words) => {
  const params = writes.find(({ id }) => id === operation)?.params;
  const { write } = await served();
  expect((await write({ operation, arguments: params })).value).toMatchObject({ preview: { effect } });
  const asked: string[] = [];
  const asking = await served({ language: 'zh', ask: async (message) => asked.push(message) < 0 });
  await asking.write({ operation, arguments: params });
  expect(asked[0]).toContain(words);
  expect(asking.server.seen).toEqual([]);
});

test('what cannot be sent is told before anybody is asked', async () => {
  const asked: string[] = [];
  const ask = async (message: string) => asked.push(message) > 0;
  const { write, sent } = await served({ ask });
  expect(
    errorOf(await write({ ...add, arguments: { tag_name: '\ud800', tag_group: 'g', ...who } })),
  ).toMatchObject({
    name: 'WeibanConfigError',
  });
  expect(asked).toEqual([]);
  expect(sent()).toEqual([]);
});

test('the preview and the question are masked, and what is sent is not', async () => {
  const { write, sent } = await served({ masker: ONE_PHONE });
  const input = { ...add, arguments: { tag_name: 'mask-1', tag_group: 'g', ...who } };
  const { value } = await write(input);
  expect(JSON.stringify(value)).not.toContain('13800138000');
  expect(value.preview).toMatchObject({ arguments: { tag_name: 'mask-1' } });
  await write({ ...input, confirm: value.confirm });
  expect(sent()).toEqual([{ tag_name: '13800138000', tag_group: 'g', ...who }]);
});

test('a write that cannot be logged is not sent', async () => {
  const audit = ({ outcome }: { outcome: string }) => {
    if (outcome === 'sending') throw new Error('the disk is full');
  };
  const { write, sent } = await served({ audit, ask: async () => true });
  await expect(write(add)).rejects.toThrow('the disk is full');
  expect(sent()).toEqual([]);
});

test.each(['hang', 'reset'] as const)(
  'a write without an answer (%s) says that it may have been executed',
  async (instead) => {
    const { server: own, context } = await (async () => {
      const started = await serve();
      started.answer('tag/add', () => ({ instead }));
      const caller = createCaller({
        ...credentials,
        baseUrl: started.url,
        timeout: instead === 'hang' ? 1500 : 20_000,
        retry: false,
        limits: false,
      });
      return {
        server: started,
        context: contextOf(caller, { allowsWrite: () => true, ask: async () => true }),
      };
    })();
    const error = errorOf(await toolsOf(context).write(add));
    expect(error.name).toBe(instead === 'hang' ? 'WeibanTimeoutError' : 'WeibanTransportError');
    expect(error.advice).toMatch(/may have been executed/);
    expect(own.seenAt('tag/add')).toHaveLength(1);
  },
);
