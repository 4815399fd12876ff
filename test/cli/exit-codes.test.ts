import { expect, test } from 'vitest';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import type { FakeAnswer } from '../support/fake-weiban.ts';
import { runWeiban } from './run-weiban.ts';
import { serveCli } from './serve-cli.ts';

const api = (errcode: number, errmsg = '未找到商机记录'): FakeAnswer => ({ body: { errcode, errmsg } });

const endings: [name: string, answer: FakeAnswer, words: string[], code: number, said: RegExp][] = [
  ['a success', { body: { errcode: 0, errmsg: 'ok', opportunity: {} } }, [], 0, /^$/],
  [
    'a documented error',
    api(22201),
    [],
    1,
    /opportunityOne failed with 22201 OpportunityNotFound: 未找到商机记录\n {2}No opportunity matches\.\n {2}→ Check the id/,
  ],
  [
    'an undocumented error',
    api(29999, '?'),
    [],
    1,
    /29999 \(undocumented\): \?\n {2}This operation does not document 29999/,
  ],
  ['a broken connection', { instead: 'reset' }, ['--timeout', '10'], 3, /opportunityOne got no answer/],
  ['no answer in time', { instead: 'hang' }, ['--timeout', '0.2'], 4, /opportunityOne/],
  ['an HTML page from a proxy', { body: '<html>bad gateway' }, [], 5, /but no Weiban answer \(html\)/],
  ['a block that lasts longer than the call', api(10053), ['--timeout', '5'], 6, /was not sent/],
];

test.each(endings)('%s', async (_, answer, words, code, said) => {
  const { server, env } = await serveCli();
  server.answer('opportunity/one', () => answer);
  const result = await runWeiban(['call', 'opportunity.one', '--id', '1', ...words], { env });
  expect(result.err).toMatch(said);
  expect(result.code).toBe(code);
});

const chinese: [answer: FakeAnswer, words: string[], said: RegExp][] = [
  [
    api(22201),
    [],
    /opportunityOne 调用失败，错误码 22201 OpportunityNotFound：未找到商机记录\n {2}商机不存在\n {2}→ 检查 id 或 serial_number，并确认该商机属于本企业。\n$/,
  ],
  [{ body: '<html>' }, [], /weiban: opportunityOne 的响应无法使用。\n {2}opportunityOne got HTTP 200/],
  [{ instead: 'hang' }, ['--timeout', '0.2'], /weiban: opportunityOne 超时。/],
];

test.each(chinese)('in Chinese: %j', async (answer, words, said) => {
  const { server, env } = await serveCli();
  server.answer('opportunity/one', () => answer);
  const { err } = await runWeiban(['--lang', 'zh', 'call', 'opportunity.one', '--id', '1', ...words], {
    env,
  });
  expect(err).toMatch(said);
});

test('nothing listens', async () => {
  const { server, env } = await serveCli();
  await server.close();
  const { code } = await runWeiban(['call', 'opportunity.one', '--id', '1'], { env });
  expect(code).toBe(3);
});

test('an interrupted call ends with 130', async () => {
  const { server, env } = await serveCli();
  const controller = new AbortController();
  server.answer('opportunity/one', () => {
    controller.abort();
    return { instead: 'hang' };
  });
  const { code, err } = await runWeiban(['call', 'opportunity.one', '--id', '1'], {
    env,
    signal: controller.signal,
  });
  expect({ code, err }).toEqual({ code: 130, err: 'weiban: interrupted\n' });
});

test('an invalid base URL is a wrong setting', async () => {
  const { env } = await serveCli();
  const result = await runWeiban(['call', 'opportunity.one', '--id', '1'], {
    env: { ...env, WEIBAN_BASE_URL: 'ftp://x' },
  });
  expect(result).toMatchObject({
    code: 2,
    err: expect.stringContaining('baseUrl must be an http or https URL'),
  });
});

test('help lists every exit code', async () => {
  const { out } = await runWeiban(['--help']);
  for (const [, code] of exitCodes) expect(out).toMatch(new RegExp(`^ +${code}  \\S`, 'm'));
});
