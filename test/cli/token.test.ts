import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSay } from '../../src/cli/messages/say.ts';
import { lifetimeText } from '../../src/cli/token.ts';
import { canary, leaks } from '../support/canary.ts';
import { opportunity } from '../support/opportunity.ts';
import { type RunOptions, runWeiban } from './run-weiban.ts';
import { serveCli } from './serve-cli.ts';

const call = ['call', 'opportunity.one', '--serial_number', opportunity.serial_number];
const issued = (server: Awaited<ReturnType<typeof serveCli>>['server']) =>
  server.seenAt('access_token/get').length;

test('says that the credentials work and how long the token is valid', async () => {
  const { env } = await serveCli();
  const { code, out, err } = await runWeiban(['token'], { env });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  // The duration of the answer counts.
  expect(out).toMatch(
    /^The credentials work: Weiban issued a token that is valid for (2 h 0|1 h 59) min\.\n$/,
  );
});

test('one token serves many runs', async () => {
  const { server, env } = await serveCli();
  for (let count = 0; count < 3; count++) expect((await runWeiban(call, { env })).code).toBe(0);
  expect((await runWeiban(['token'], { env })).out).toMatch(/^The cached token is valid for another/);
  expect(issued(server)).toBe(1);
  const folder = join(env.XDG_CACHE_HOME ?? '', 'weiban');
  const [file = ''] = readdirSync(folder);
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, file), 'utf8')).not.toContain(env.WEIBAN_SECRET);
});

test('--fresh asks Weiban again and caches the new token', async () => {
  const { server, env } = await serveCli();
  await runWeiban(['token'], { env });
  expect((await runWeiban(['token', '--fresh'], { env })).out).toMatch(/Weiban issued a token/);
  server.revokeTokens();
  await runWeiban(['token', '--fresh'], { env });
  expect((await runWeiban(call, { env })).code).toBe(0);
  expect(issued(server)).toBe(3);
});

test('a cached token that Weiban rejects is replaced', async () => {
  const { server, env } = await serveCli();
  await runWeiban(call, { env });
  server.revokeTokens();
  expect((await runWeiban(call, { env })).code).toBe(0);
  expect(issued(server)).toBe(2);
});

test('--no-token-cache keeps nothing, before and after the operation', async () => {
  const { server, env } = await serveCli();
  await runWeiban([...call, '--no-token-cache'], { env });
  await runWeiban(['call', '--no-token-cache', ...call.slice(1)], { env });
  expect(issued(server)).toBe(2);
});

test('each server has its own tokens', async () => {
  const first = await serveCli();
  const second = await serveCli();
  await runWeiban(call, { env: first.env });
  await runWeiban(call, { env: { ...first.env, WEIBAN_BASE_URL: second.server.url } });
  expect(second.server.seenAt('opportunity/one')).toHaveLength(1);
  expect(issued(second.server)).toBe(1);
});

test('a cache that cannot be written does no harm', async () => {
  const { env } = await serveCli();
  expect((await runWeiban(call, { env: { ...env, XDG_CACHE_HOME: '/dev/null' } })).code).toBe(0);
});

test('wrong credentials are an error of Weiban', async () => {
  const { env } = await serveCli();
  const { code, err } = await runWeiban(['token'], { env: { ...env, WEIBAN_SECRET: 'wrong-secret' } });
  expect(code).toBe(1);
  expect(err).toMatch(/accessTokenGet failed with 10001 AccessTokenInvalid/);
  expect(err).toMatch(/→ Check corp_id and secret/);
  expect(err).not.toContain('wrong-secret');
});

test('--show writes only the token to standard output, and a warning to standard error', async () => {
  const { env } = await serveCli({ ...canary, makeToken: () => canary.token });
  const { out, err } = await runWeiban(['token', '--show'], { env });
  expect(out).toBe(`${canary.token}\n`);
  expect(err).toMatch(/anyone who has it can act for the company for (2 h 0|1 h 59) min/);
  expect(leaks(err)).toBe(false);
});

const outputs: [name: string, words: string[], options?: RunOptions][] = [
  ['a token', ['token']],
  ['a call', call],
  ['a verbose call', [...call, '--verbose']],
  ['a call that fails', ['call', 'opportunity.one', '--id', 'none', '--verbose']],
  ['an answer that quotes both', ['call', 'staff.list', '--verbose']],
  ['a failure that quotes both', ['call', 'staff.get', '--staff_id', 'x', '--verbose']],
  ['the settings', ['config', 'show']],
  ['a dry run', [...call, '--dry-run']],
  ['a secret in a flag', [...call, '--secret', canary.secret]],
  ['a secret in the wrong place', [...call, '--secrt', canary.secret]],
  ['a secret in a flag of a command without that flag', ['ops', `--secret=${canary.secret}`]],
];

test.each(outputs)('%s shows neither the token nor the secret', async (_, words) => {
  const { server, env } = await serveCli({ ...canary, makeToken: () => canary.token });
  const echo = `bad ${canary.token} and secret=${canary.secret}`;
  server.answer('staff/list', () => ({ body: `<html>${echo}` }));
  server.answer('staff/get', () => ({ body: { errcode: 29999, errmsg: echo } }));
  const { out, err } = await runWeiban(words, { env });
  expect(`${out}${err}`).not.toBe('');
  expect(leaks(out + err)).toBe(false);
});

test.each([
  [7_200_000, '2 h 0 min', '2 小时 0 分钟'],
  [7_199_000, '1 h 59 min', '1 小时 59 分钟'],
  [61_400, '1 min 1 s', '1 分 1 秒'],
  [400, '0 s', '0 秒'],
  [-5, '0 s', '0 秒'],
])('%d ms is %s, %s in Chinese', (milliseconds, en, zh) => {
  expect([lifetimeText(createSay('en'), milliseconds), lifetimeText(createSay('zh'), milliseconds)]).toEqual([
    en,
    zh,
  ]);
});
