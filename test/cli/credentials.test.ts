import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { opportunity } from '../support/opportunity.ts';
import { credentials, serve } from '../support/over-server.ts';
import { ownEnvironment, type RunOptions, runWeiban } from './run-weiban.ts';

const call = ['call', 'opportunity.one', '--serial_number', opportunity.serial_number];
const fileOf = (env: Record<string, string>) => join(env.XDG_CONFIG_HOME ?? '', 'weiban', 'credentials.json');
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

function writeFile(env: Record<string, string>, text: string, mode = 0o600): void {
  mkdirSync(dirname(fileOf(env)), { recursive: true });
  writeFileSync(fileOf(env), text);
  chmodSync(fileOf(env), mode);
}

const ways: [name: string, words: string[], options: RunOptions][] = [
  ['standard input', ['--corp-id', credentials.corpId], { input: `${credentials.secret}\n` }],
  ['prompts', [], { input: `${credentials.corpId}\n${credentials.secret}\n`, isTTY: true }],
];

test.each(ways)(
  'config set saves credentials from %s, readable only by the owner',
  async (_, words, options) => {
    const server = await serve();
    const env = ownEnvironment();
    const set = await runWeiban(['config', 'set', '--base-url', server.url, ...words], { env, ...options });
    expect(set).toMatchObject({ code: 0, out: '' });
    expect(set.err).not.toContain(credentials.secret);
    expect(modeOf(fileOf(env))).toBe('600');
    expect(modeOf(dirname(fileOf(env)))).toBe('700');
    expect(readdirSync(dirname(fileOf(env)))).toEqual(['credentials.json']);
    expect(await runWeiban(call, { env })).toMatchObject({ code: 0, err: '' });
  },
);

test('the file may begin with a byte order mark, as Notepad writes it', async () => {
  const server = await serve();
  const env = ownEnvironment();
  writeFile(env, `\ufeff${JSON.stringify({ ...credentials, baseUrl: server.url })}`);
  expect(await runWeiban(call, { env })).toMatchObject({ code: 0, err: '' });
});

test('the environment wins over the file', async () => {
  const server = await serve();
  const env = ownEnvironment();
  writeFile(env, JSON.stringify({ corpId: 'other', secret: 'other', baseUrl: 'http://127.0.0.1:1' }));
  const own = {
    WEIBAN_CORP_ID: credentials.corpId,
    WEIBAN_SECRET: credentials.secret,
    WEIBAN_BASE_URL: server.url,
  };
  expect(await runWeiban(call, { env: { ...env, ...own } })).toMatchObject({ code: 0 });
});

test('credentials of the environment are never sent to the server in the file', async () => {
  const env = ownEnvironment();
  writeFile(env, JSON.stringify({ corpId: 'other', secret: 'other', baseUrl: 'http://127.0.0.1:1' }));
  const own = { WEIBAN_CORP_ID: credentials.corpId, WEIBAN_SECRET: credentials.secret };
  const { out } = await runWeiban(['config', 'show'], { env: { ...env, ...own } });
  expect(out).not.toContain('127.0.0.1');
});

const refused: [name: string, text: string, mode: number, said: RegExp][] = [
  ['readable by the group', '{}', 0o640, /others can read or change .* \(mode 640\); run chmod 600/],
  ['readable by all', '{}', 0o604, /mode 604/],
  ['writable by others', '{}', 0o602, /mode 602/],
  ['not JSON', '{"corpId": "a", "secret": "SECRET-TEXT', 0o600, /is not a credentials file/],
  ['of the wrong types', '{"corpId": 7}', 0o600, /is not a credentials file/],
  ['without the secret', '{"corpId": "a"}', 0o600, /credentials are missing: set WEIBAN_SECRET,/],
];

test.each(refused)('a file that is %s is refused', async (_, text, mode, said) => {
  const env = ownEnvironment();
  writeFile(env, text, mode);
  const { code, err } = await runWeiban(call, { env });
  expect(code).toBe(2);
  expect(err).toMatch(said);
  expect(err).not.toContain('SECRET-TEXT');
});

test('a secret in a flag works, with a warning that does not repeat it', async () => {
  const server = await serve();
  const env = ownEnvironment();
  const flags = ['--corp-id', credentials.corpId, '--secret', credentials.secret, '--base-url', server.url];
  const { code, err } = await runWeiban([...call, ...flags], { env });
  expect(code).toBe(0);
  expect(err).toMatch(/stays in your shell history/);
  expect(err).not.toContain(credentials.secret);
});

test('without credentials the error names the variables and the file', async () => {
  const env = ownEnvironment();
  const { code, err } = await runWeiban(call, { env });
  expect(code).toBe(2);
  expect(err).toContain('set WEIBAN_CORP_ID, WEIBAN_SECRET');
  expect(err).toContain(fileOf(env));
});

const halves: [name: string, words: string[], options: RunOptions, said: RegExp][] = [
  ['an empty secret', ['--corp-id', 'a'], { input: '\n' }, /must not be empty; nothing was written/],
  ['no company id if the secret is piped', [], { input: 's' }, /pass --corp-id/],
  ['a secret as a flag', ['--secret', 's'], {}, /no flag --secret/],
];

test.each(halves)('config set refuses %s', async (_, words, options, said) => {
  const env = ownEnvironment();
  const { code, err } = await runWeiban(['config', 'set', ...words], { env, ...options });
  expect(code).toBe(2);
  expect(err).toMatch(said);
  expect(existsSync(fileOf(env))).toBe(false);
});

test('config set that is interrupted at the prompt writes nothing', async () => {
  const env = ownEnvironment();
  for (const input of ['', 'corp\n', 'corp\n\u0003']) {
    expect(await runWeiban(['config', 'set'], { env, input, isTTY: true })).toMatchObject({ code: 130 });
  }
  expect(existsSync(fileOf(env))).toBe(false);
});

test('config set replaces the file, and config remove deletes it', async () => {
  const env = ownEnvironment();
  await runWeiban(['config', 'set', '--corp-id', 'a'], { env, input: 'first' });
  await runWeiban(['config', 'set', '--corp-id', 'b'], { env, input: 'second' });
  expect(JSON.parse(readFileSync(fileOf(env), 'utf8'))).toEqual({ corpId: 'b', secret: 'second' });
  expect(await runWeiban(['config', 'remove'], { env })).toMatchObject({ code: 0 });
  expect(existsSync(fileOf(env))).toBe(false);
});

test('config show prints the origin of each setting, and not the secret', async () => {
  const env = ownEnvironment();
  writeFile(env, JSON.stringify({ corpId: 'of-file', secret: 'SECRET-TEXT' }));
  const { out } = await runWeiban(['config', 'show'], { env: { ...env, WEIBAN_CORP_ID: 'of-env' } });
  expect(out).toMatch(/^corpId +of-env +environment$/m);
  expect(out).toMatch(/^secret +set, not shown +file$/m);
  expect(out).not.toContain('SECRET-TEXT');
});
