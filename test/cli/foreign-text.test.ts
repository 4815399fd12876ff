import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runWeiban } from './run-weiban.ts';
import { serveCli } from './serve-cli.ts';

// Clears the screen, sets the title, starts a C1 sequence, goes back in the line, and imitates a line of the log.
const ATTACK = '\u001b[2J\u001b]0;pwned\u0007\u009b31m\r\u202e\nweiban opportunityOne #1 200 in 1 ms';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/;

const words: [name: string, words: string[]][] = [
  ['a failure', ['call', 'opportunity.one', '--id', '1', '--verbose']],
  ['a failure in Chinese', ['call', 'opportunity.one', '--id', '1', '--verbose', '--lang', 'zh']],
  ['a page', ['call', 'staff.list', '--verbose']],
  ['rows as JSON', ['call', 'externalUser.list', '--verbose']],
  ['rows as a table', ['call', 'externalUser.list', '--verbose', '--output', 'table']],
  ['rows as lines', ['call', 'externalUser.list', '--all', '--verbose', '--output', 'jsonl']],
  ['a name in a file', ['call', 'externalUser.list', '--json', JSON.stringify({ [ATTACK]: 1 })]],
  ['a word', ['call', ATTACK]],
  ['a flag', ['call', 'externalUser.list', `--${ATTACK}`]],
  ['a token', ['token', '--show', '--fresh']],
];

test.each(words)('%s cannot control the terminal', async (name, given) => {
  const { server, env } = await serveCli(name === 'a token' ? { makeToken: () => ATTACK } : {});
  server.answer('opportunity/one', () => ({ body: { errcode: 29999, errmsg: ATTACK } }));
  server.answer('staff/list', () => ({ body: `<html>${ATTACK}` }));
  server.answer('external_user/list', () => ({
    body: { errcode: 0, external_user_list: [{ id: ATTACK, [ATTACK]: 1 }], total: 1 },
  }));
  const { out, err } = await runWeiban(given, { env });
  expect(`${out}${err}`).toMatch(/\\u001b/);
  expect(`${out}${err}`).not.toMatch(CONTROL);
});

test('a line of --verbose stays one line', async () => {
  const { server, env } = await serveCli();
  server.answer('opportunity/one', () => ({ body: { errcode: 29999, errmsg: ATTACK } }));
  const { err } = await runWeiban(['call', 'opportunity.one', '--id', '1', '--verbose'], { env });
  const logged = err.split('\n').filter((line) => /^weiban opportunityOne #1 /.test(line));
  // Sent and answered; the failure itself may quote the message over two lines, without the word weiban at a start.
  expect(logged.slice(0, 2).map((line) => line.slice(0, 26))).toEqual([
    'weiban opportunityOne #1 s',
    'weiban opportunityOne #1 2',
  ]);
});

const json = JSON.stringify({ tag_group: '标签', tag_name_list: ['a'] });
const files: [name: string, bytes: Uint8Array][] = [
  ['UTF-8', Buffer.from(json)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${json}`)],
  ['UTF-16 with a byte order mark, as PowerShell writes it', Buffer.from(`\ufeff${json}`, 'utf16le')],
  ['UTF-16, high bytes first', Buffer.from(`\ufeff${json}`, 'utf16le').swap16()],
];

test.each(files)('--data @file reads %s', async (_, bytes) => {
  const { env } = await serveCli();
  const file = join(env.HOME ?? '', 'data.json');
  writeFileSync(file, bytes);
  const { code, out } = await runWeiban(['call', 'tagGroup.add', '--data', `@${file}`, '--dry-run'], { env });
  expect({ code, body: code === 0 && JSON.parse(out).body }).toEqual({ code: 0, body: JSON.parse(json) });
});

test('--data - takes a byte order mark', async () => {
  const words = ['call', 'tagGroup.add', '--data', '-', '--dry-run'];
  expect(await runWeiban(words, { input: `\ufeff${json}` })).toMatchObject({ code: 0 });
});

test('JSON nested too deep is the fault of the input, not a bug', async () => {
  const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  const { code, err } = await runWeiban(['call', 'tagGroup.add', '--json', deep, '--dry-run']);
  expect(code).toBe(2);
  expect(err).toMatch(/--json.*nested more than 100 levels/);
});

test('an access_token among the arguments is refused, also in a dry run', async () => {
  const { server, env } = await serveCli();
  for (const more of [[], ['--dry-run']]) {
    const words = ['call', 'staff.list', '--json', '{"access_token":"CANARY"}', ...more];
    const { code, err } = await runWeiban(words, { env });
    expect(code).toBe(2);
    expect(err).toMatch(/no argument access_token/);
    expect(err).not.toContain('CANARY');
  }
  expect(server.seen).toEqual([]);
});

test('http on another machine is refused unless it is allowed', async () => {
  const { server, env } = await serveCli();
  // Stands for another machine: it is this one, but its name does not say so.
  const remote = { ...env, WEIBAN_BASE_URL: server.url.replace('127.0.0.1', '0.0.0.0') };
  const call = (more: readonly string[], own: object) =>
    runWeiban(['call', 'opportunity.one', '--id', '1', ...more], { env: { ...remote, ...own } });
  expect(await call([], {})).toMatchObject({
    code: 2,
    err: expect.stringMatching(/baseUrl is http.*--allow-http/),
  });
  expect(server.seen).toEqual([]);
  for (const [more, own] of [
    [['--allow-http'], {}],
    [[], { WEIBAN_ALLOW_HTTP: '1' }],
  ] as const) {
    expect((await call(more, own)).err).toMatch(/22201/);
  }
});
