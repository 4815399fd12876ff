import { expect, test } from 'vitest';
import { takeJsonErrors } from '../../src/cli/json-errors.ts';
import type { FakeAnswer } from '../support/fake-weiban.ts';
import { type RunOptions, runWeiban } from './run-weiban.ts';
import { serveCli } from './serve-cli.ts';

const call = ['call', 'opportunity.one', '--id', '1'];
const failed: FakeAnswer = { body: { errcode: 22201, errmsg: '未找到商机记录' } };

const ends: [name: string, words: string[], answer: FakeAnswer, want: object][] = [
  [
    'a documented error',
    call,
    failed,
    {
      kind: 'api',
      exitCode: 1,
      message: expect.stringContaining('22201'),
      operation: 'opportunityOne',
      code: 22201,
      vendorMessage: '未找到商机记录',
      meanings: [
        {
          name: 'OpportunityNotFound',
          text: 'No opportunity matches.',
          advice: expect.stringMatching(/^Check the id/),
        },
      ],
    },
  ],
  [
    'a documented error in Chinese',
    ['--lang', 'zh', ...call],
    failed,
    { meanings: [{ text: '商机不存在', advice: expect.stringMatching(/^检查 id/) }] },
  ],
  [
    'an undocumented error',
    call,
    { body: { errcode: 29999, errmsg: '?' } },
    { kind: 'api', code: 29999, meanings: [] },
  ],
  ['a page of a proxy', call, { body: '<html>' }, { kind: 'response', exitCode: 5, problem: 'html' }],
  ['a broken connection', call, { instead: 'reset' }, { kind: 'transport', exitCode: 3 }],
  [
    'a block that lasts longer than the call',
    [...call, '--timeout', '5'],
    { body: { errcode: 10053, errmsg: '' } },
    { kind: 'limit', exitCode: 6, until: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
  ],
  [
    'an unknown command',
    ['cal'],
    {},
    { kind: 'usage', exitCode: 2, message: expect.stringContaining('call') },
  ],
  ['an unknown language', ['--lang', 'xx', 'ops'], {}, { kind: 'usage', exitCode: 2 }],
  [
    'an unknown field',
    ['ops', '--fields', 'nam'],
    {},
    { message: expect.stringContaining('did you mean name') },
  ],
  ['no such operation', ['ops', 'zzzzzz'], {}, { kind: 'nothing', exitCode: 1 }],
  ['no such error', ['errors', '1'], {}, { kind: 'nothing', exitCode: 1 }],
  [
    'a write without --yes',
    ['call', 'tag.delete', '--group_id', 'et1', '--tag_ids', 'et2'],
    {},
    { kind: 'usage', exitCode: 2, message: expect.stringContaining('--yes') },
  ],
];

test.each(ends)('%s is one line of JSON', async (_, words, answer, want) => {
  const { server, env } = await serveCli();
  server.answer('opportunity/one', () => answer);
  const { code, out, err } = await runWeiban(['--json-errors', ...words], { env });
  expect(err).toMatch(/^[^\n]+\n$/);
  const { error } = JSON.parse(err);
  expect(error).toMatchObject(want);
  expect(code).toBe(error.exitCode);
  expect(out).toBe('');
});

test('an interrupt', async () => {
  const { server, env } = await serveCli();
  const stop = new AbortController();
  server.answer('opportunity/one', () => {
    stop.abort();
    return { instead: 'hang' };
  });
  const options: RunOptions = { env, signal: stop.signal };
  const { code, err } = await runWeiban([...call, '--json-errors'], options);
  expect(code).toBe(130);
  expect(JSON.parse(err)).toEqual({ error: { kind: 'interrupted', exitCode: 130, message: 'interrupted' } });
});

test('a failed batch tells how many items were sent, as JSON lines', async () => {
  const { server, env } = await serveCli();
  let calls = 0;
  server.answer('customer_open_sea/clue/add', () =>
    ++calls === 1 ? {} : { body: { errcode: 40001, errmsg: '' } },
  );
  const clue_list = Array.from({ length: 21 }, (_, at) => ({ phone: String(13800000000 + at) }));
  const { code, err } = await runWeiban(
    ['call', 'customerOpenSea.clue.add', '--all', '--yes', '--json-errors', '--data', '-'],
    { env, input: JSON.stringify({ clue_list }) },
  );
  expect(code).toBe(1);
  const [note, end] = err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(note).toEqual({ note: expect.stringContaining('failed'), from: 21, to: 21, done: 20 });
  expect(end).toMatchObject({ error: { kind: 'api', code: 40001 } });
});

test('a message that is refused', async () => {
  const { err, code } = await runWeiban(['webhook', 'verify', '--query', 'x=1', '--json-errors'], {
    env: {
      WEIBAN_WEBHOOK_TOKEN: 'token',
      WEIBAN_WEBHOOK_AES_KEY: 'a'.repeat(43),
      WEIBAN_WEBHOOK_RECEIVE_ID: 'ww1',
    },
    input: '{}',
  });
  expect(JSON.parse(err)).toMatchObject({ error: { kind: 'response', exitCode: 5 } });
  expect(code).toBe(5);
});

const words: [name: string, given: string[], has: boolean, argv: string[]][] = [
  ['absent', ['ops', 'x'], false, ['ops', 'x']],
  ['before the command', ['--json-errors', 'ops'], true, ['ops']],
  ['behind it', ['ops', '--json-errors'], true, ['ops']],
  ['behind --', ['ops', '--', '--json-errors'], false, ['ops', '--', '--json-errors']],
];

test.each(words)('the flag %s', (_, given, hasJsonErrors, argv) => {
  expect(takeJsonErrors(given)).toEqual({ hasJsonErrors, argv });
});
