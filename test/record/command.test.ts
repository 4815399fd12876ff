import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readRecordings } from '../../scripts/evidence/recording.ts';
import { createRecord } from '../../scripts/record/command-line.ts';
import { readSpecification } from '../../scripts/record/run-shape.ts';
import type { FakeWeiban } from '../support/fake-weiban.ts';
import { credentials, serve } from '../support/over-server.ts';
import { type CommandRun, runCommand } from '../support/run-command.ts';
import { person, textsOf } from './customers.ts';

const token = (count: number) => `zzToken.${count}.of-the-session`;
const PEOPLE = 300;
const PAGE = 50;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  const created = folder;
  onTestFinished(() => rmSync(created, { recursive: true, force: true }));
});

// Read once: all tests use the specification in spec/.
const specification = readSpecification('spec');
const read = () => specification;
const env = { WEIBAN_CORP_ID: credentials.corpId, WEIBAN_SECRET: credentials.secret };
const record = (...args: string[]): Promise<CommandRun> =>
  runCommand(createRecord(read), [...args, '--recordings', folder], { env });
const live = (server: FakeWeiban, ...args: string[]) => record('--base-url', server.url, ...args);
const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
/** The texts of all recordings and other JSON files in the folder. */
const texts = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const ok = { errcode: 0, errmsg: 'ok' };

/** A server with many customers. Their data also occurs in messages and in field names. */
async function servePeople(
  change: (row: ReturnType<typeof person>) => object = (row) => row,
): Promise<FakeWeiban> {
  const server = await serve({ makeToken: token });
  const people = Array.from({ length: PEOPLE }, (_, index) => change(person(index)));
  server.answer('external_user/list', ({ query }) => {
    const offset = Number(query.get('offset'));
    return { body: { ...ok, total: PEOPLE, external_user_list: people.slice(offset, offset + PAGE) } };
  });
  server.answer('external_user/get', ({ query }) => {
    const index = Number(query.get('id')?.slice(11, 16));
    const { name, ...row } = person(index);
    const holders = { [`personne${index}`]: [name, `138${String(index).padStart(8, '0')}`] };
    return { body: { ...ok, external_user: { ...row, name, follow_staffs: [holders] } } };
  });
  server.answer('opportunity/one', ({ query }) => ({
    body: { errcode: 22201, errmsg: `商机 ${query.get('id')} 不存在，令牌 ${query.get('access_token')}` },
  }));
  return server;
}

function callsFile(): string {
  const pages = Array.from({ length: PEOPLE / PAGE }, (_, page) => ({
    operation: 'externalUserList',
    params: { offset: page * PAGE, limit: PAGE },
  }));
  const details = [3, 141, 299].map((index) => ({
    operation: 'externalUserGet',
    params: { id: person(index).id },
  }));
  const failures = [{ operation: 'opportunityOne', params: { id: person(7).id } }];
  return write('calls.yaml', JSON.stringify([...pages, ...details, ...failures]));
}

test(`recordings of a server with ${PEOPLE} people contain no personal data, token or secret`, async () => {
  const server = await servePeople();
  const run = await live(server, '--calls', callsFile());
  expect(run.out).toContain(
    '10 calls: 9 answered, 1 failed with an API error, 0 not recorded; 10 recordings written',
  );
  // Only one line of progress for each call.
  expect(run.err.split('\n')).toEqual(
    Array.from({ length: 10 }, (_, index) => expect.stringMatching(`^${index + 1} of 10 `)),
  );

  const all = texts().join('\n');
  const secrets = [credentials.secret, credentials.corpId, token(1)];
  const found = Array.from({ length: PEOPLE }, (_, index) => [
    ...textsOf(index),
    `138${String(index).padStart(8, '0')}`,
  ])
    .flat()
    .concat(secrets)
    .filter((text) => all.includes(text));
  expect(found).toEqual([]);
  expect(`${run.out}${run.err}`).not.toContain(token(1));
  // A person has the same pseudonym in the list and in the details.
  const ids = readRecordings(folder).flatMap(
    ({ response }) => JSON.stringify(response).match(/wm[a-z]{2}[A-Z]\w{25,}/gi) ?? [],
  );
  expect(new Set(ids).size).toBeGreaterThanOrEqual(PEOPLE);
  expect(ids.length).toBe(PEOPLE + 3);
});

test('drift of the server is reported and gives exit code 1', async () => {
  const server = await servePeople(({ avatar, ...row }) => ({
    ...row,
    avatar_url: avatar,
    type: 7,
    name: row.gender === 0 ? null : row.name,
    created_at: String(row.created_at),
    gender: row.gender === 0 ? undefined : row.gender,
  }));
  const { code, out } = await live(server, '--calls', callsFile());
  expect(code).toBe(1);
  const named = [...out.matchAll(/^\S+ ([a-z-]+): externalUserList \/external_user_list\/\*\/(\S+) /gm)];
  expect(named.map(([, kind, field]) => `${kind} ${field}`).sort()).toEqual([
    'missing gender',
    'new-value type',
    'null name',
    'renamed avatar',
    'retyped created_at',
  ]);
  expect(out).toMatch(/renamed: .* the undocumented avatar_url was, 300 of 300 times/);
  expect((await record('shape')).code).toBe(1);
});

test('without --calls, exactly the read operations that need no arguments are called', async () => {
  const server = await serve();
  const { operations } = specification.model;
  for (const { url, id } of operations) if (id !== 'accessTokenGet') server.answer(url, () => ({ body: ok }));
  const { out } = await live(server, '--dry-run');
  const asked = new Set(server.seen.map(({ path }) => path));
  const answered = operations.filter(({ path }) => asked.has(path));
  const safeties = new Set(answered.filter(({ authenticated }) => authenticated).map(({ safety }) => safety));
  expect([...safeties]).toEqual(['read']);
  expect(answered.map(({ id }) => id)).toContain('externalUserList');
  expect(answered.map(({ id }) => id)).not.toContain('opportunityOne');
  const calls = answered.length - 1;
  expect(calls).toBeGreaterThan(30);
  expect(out).toContain(`${calls} calls: ${calls} answered`);
  expect(readdirSync(folder)).toEqual([]);
});

test('a dry run writes no recording and no key, and reports what would be written', async () => {
  const server = await servePeople();
  const calls = callsFile();
  const { out } = await live(server, '--calls', calls, '--dry-run', '--json');
  expect(readdirSync(folder)).toEqual(['calls.yaml']);
  expect(JSON.parse(out)).toMatchObject({ dryRun: true, files: { length: 10 }, operations: { length: 3 } });
});

test('an answer that was recorded before is not written again', async () => {
  const server = await servePeople();
  // By default its message contains the token of the session.
  server.answer('opportunity/one', () => ({ body: { errcode: 22201, errmsg: '商机不存在' } }));
  const calls = callsFile();
  await live(server, '--calls', calls);
  const before = texts();
  await live(server, '--calls', calls);
  expect(texts()).toEqual(before);
});

test('a HAR file is recorded, and no recording contains its token', async () => {
  const { id, name } = person(5);
  const body = { ...ok, external_user: { ...person(5), position: `用 ${token(9)} 登录` } };
  const url = `https://open.weibanzhushou.com/open-api/external_user/get?access_token=${encodeURIComponent(token(9))}&id=${id}`;
  const entries = [
    { request: { method: 'GET', url }, response: { status: 200, content: { text: JSON.stringify(body) } } },
    {
      request: { method: 'GET', url: 'https://cdn.example.org/a.js' },
      response: { status: 200, content: {} },
    },
  ];
  const run = await record('--har', write('a.har', JSON.stringify({ log: { entries } })));
  expect(run.out).toContain('1 answers in ');
  expect(run.out).toContain('0 not recorded; 1 skipped: another server; 1 recordings written');
  const [text = ''] = texts();
  expect(JSON.parse(text).source.kind).toBe('har');
  expect([token(9), id, name].filter((secret) => text.includes(secret))).toEqual([]);
});

describe('wrong arguments and bad input give exit code 2, and nothing is written', () => {
  const cases: readonly (readonly [what: string, args: readonly string[], message: RegExp])[] = [
    ['no server', [], /--base-url, or a file with --har/],
    ['another command', ['shapes'], /unknown command "shapes"/],
    ['no URL', ['--base-url', 'weiban'], /http or https URL/],
    ['no HAR file', ['--har', '/nowhere.har'], /there is no \/nowhere\.har/],
    ['writes without calls', ['--base-url', 'http://127.0.0.1:9', '--allow-writes'], /needs --calls/],
    ['a number', ['--base-url', 'http://127.0.0.1:9', '--per-operation', '0'], /a number above 0/],
    ['shape with a server', ['shape', '--base-url', 'http://127.0.0.1:9'], /shape takes only the options/],
  ];
  test.each(cases)('%s', async (_, args, message) => {
    const { code, out, err } = await record(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(existsSync(join(folder, '.recordings-key'))).toBe(false);
  });

  const calls: readonly (readonly [text: string, message: RegExp])[] = [
    [
      '- {operation: externalUserLst}',
      /calls\.yaml:1:3 calls: there is no operation "externalUserLst"\n {4}fix: write externalUserList/,
    ],
    ['- {operation: tagCreate}', /no operation "tagCreate"|changes something/],
    [
      '- {operation: batchRemoveItem}',
      /batchRemoveItem changes something \(x-safety: idempotent\)\n {4}fix: remove it, or add --allow-writes/,
    ],
    ['- {operation: accessTokenGet}', /returns a secret/],
    ['- {operation: externalUserList, params: 7}', /params, which is a map/],
    ['operation: externalUserList', /this is not a call/],
  ];
  test.each(calls)('the calls %s', async (text, message) => {
    const { code, err } = await record(
      '--base-url',
      'http://127.0.0.1:9',
      '--calls',
      write('calls.yaml', text),
    );
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('no credentials', async () => {
    const run = await runCommand(createRecord(read), ['--base-url', 'http://127.0.0.1:9']);
    expect(run).toMatchObject({
      code: 2,
      err: expect.stringContaining('set WEIBAN_CORP_ID and WEIBAN_SECRET'),
    });
  });
});

test('--help prints the help', async () => {
  expect(await record('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes:') });
});
