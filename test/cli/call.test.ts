import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { opportunity } from '../support/opportunity.ts';
import { type RunOptions, runWeiban } from './run-weiban.ts';
import { answerStaff, serveCli } from './serve-cli.ts';

const names: [how: string, name: string][] = [
  ['method name', 'opportunity.one'],
  ['operationId', 'opportunityOne'],
  ['path', '/open-api/opportunity/one'],
  ['path without the base', 'opportunity/one'],
  ['method and path', 'GET /open-api/opportunity/one'],
  ['full URL', 'https://open.weibanzhushou.com/open-api/opportunity/one?access_token=x#y'],
];

test.each(names)('an operation is found by its %s', async (_, name) => {
  const { env } = await serveCli();
  const { code, out } = await runWeiban(['call', name, '--serial-number', opportunity.serial_number], {
    env,
  });
  expect({ code, answer: JSON.parse(out) }).toEqual({ code: 0, answer: { opportunity } });
});

/** Words of a call, and the request that `--dry-run` prints. */
const requests: [name: string, words: string[], want: object, input?: string][] = [
  ['an underscore', ['opportunity.one', '--serial_number', 'A'], { query: { serial_number: 'A' } }],
  ['a hyphen', ['opportunity.one', '--serial-number=A'], { query: { serial_number: 'A' } }],
  ['a number', ['opportunity.list', '--limit', '20'], { query: { limit: '20' } }],
  ['a name that ends with an underscore', ['externalUser.list', '--type_', '2'], { query: { type_: '2' } }],
  [
    'a list in the query as JSON',
    ['staff.list', '--fields', 'a', '--fields', 'b'],
    { query: { fields: '["a","b"]' } },
  ],
  ['a list as one JSON text', ['staff.list', '--fields', '["a"]'], { query: { fields: '["a"]' } }],
  [
    'a list in the body',
    ['tagGroup.add', '--tag_group', 'x', '--tag-name-list', 'a', '--tag-name-list', 'b'],
    { method: 'POST', body: { tag_group: 'x', tag_name_list: ['a', 'b'] } },
  ],
  [
    'JSON',
    ['tagGroup.add', '--json', '{"tag_group":"x","tag_name_list":["a"]}'],
    { body: { tag_group: 'x', tag_name_list: ['a'] } },
  ],
  [
    'standard input, overridden by JSON, overridden by flags',
    ['tagGroup.add', '--data', '-', '--json', '{"tag_group":"json"}', '--tag-name-list', 'flag'],
    { body: { tag_group: 'json', tag_name_list: ['flag'] } },
    '{"tag_group":"stdin","tag_name_list":["stdin"]}',
  ],
];

test.each(requests)('takes %s', async (_, words, want, input) => {
  const { code, out, err } = await runWeiban(['call', ...words, '--dry-run'], { input: input ?? '' });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject(want);
});

test('integers are sent with the digits that were written', async () => {
  const digits = '1234567890123456789';
  const flags = await runWeiban(['call', 'opportunity.list', '--limit', digits, '--dry-run']);
  expect(JSON.parse(flags.out).query.limit).toBe(digits);
  const json = await runWeiban([
    ...['call', 'tagGroup.add', '--dry-run', '--json'],
    `{"tag_group":"${digits}","tag_name_list":[${digits}]}`,
  ]);
  expect(json.out).toContain(`"tag_name_list":[${digits}]`);
  expect(json.out).toContain(`"tag_group":"${digits}"`);
});

test('reads arguments from a file', async () => {
  const { env } = await serveCli();
  const file = join(env.HOME ?? '', 'arguments.json');
  writeFileSync(file, '{"id":"7"}');
  const { out } = await runWeiban(['call', 'opportunity.one', '--data', `@${file}`, '--dry-run'], { env });
  expect(JSON.parse(out).query).toEqual({ id: '7' });
});

test('a dry run needs no credentials and sends nothing', async () => {
  const { server, env } = await serveCli();
  const words = ['call', 'opportunity.one', '--id', '1', '--dry-run'];
  const { out } = await runWeiban(words, { env, isTTY: true });
  expect(out).toBe('GET /open-api/opportunity/one\n  id=1\nNothing was sent.\n');
  expect(server.seen).toEqual([]);
});

const mistakes: [name: string, words: string[], want: RegExp, input?: string][] = [
  [
    'a misspelt flag',
    ['opportunity.one', '--serial_numbr', 'A'],
    /no flag --serial_numbr; did you mean --serial_number\?/,
  ],
  ['a flag that resembles no other', ['opportunity.one', '--zzzzzz'], /no flag --zzzzzz; see/],
  ['a misspelt operation', ['oportunity.one'], /did you mean opportunity\.one\?/],
  [
    'an operation that resembles no other',
    ['qqqqqqqqqqqq'],
    /there is no operation "qqqqqqqqqqqq"; search with/,
  ],
  ['a text for a number', ['opportunity.list', '--limit', 'ten'], /--limit takes integer, not "ten"/],
  [
    'an unknown value',
    ['opportunity.list', '--user_type', 'x'],
    /--user_type must be one of external_user, .*not "x"/,
  ],
  ['a single value given twice', ['opportunity.one', '--id', '1', '--id', '2'], /--id takes one value/],
  ['a flag without its value', ['opportunity.one', '--id'], /needs a value/],
  [
    'a missing required argument',
    ['tagGroup.add', '--tag_group', 'x'],
    /tagGroup\.add needs --tag_name_list/,
  ],
  [
    'none of several arguments of which one is required',
    ['opportunity.one'],
    /at least one of --id, --serial_number/,
  ],
  ['text that is not JSON', ['opportunity.one', '--json', '{id:1}'], /--json is not valid JSON/],
  ['JSON that is not an object', ['opportunity.one', '--json', '[1]'], /--json must be a JSON object/],
  ['an invalid source of data', ['opportunity.one', '--data', 'x.json'], /--data takes @file, or -/],
  ['a missing file', ['opportunity.one', '--data', '@/no/such'], /\/no\/such cannot be read \(ENOENT\)/],
  [
    '--all for an operation without pages',
    ['opportunity.one', '--id', '1', '--all'],
    /not a list with pages/,
  ],
  ['a number of rows without --all', ['staff.list', '--max', '1'], /--max requires --all/],
  ['an invalid number of rows', ['staff.list', '--all', '--max', '0'], /--max takes integer, not "0"/],
  ['the call for a token', ['accessToken.get', '--corp_id', 'x'], /use weiban token/],
  ['an unknown output format', ['staff.list', '--output', 'xml'], /json, jsonl, table/],
];

test.each(mistakes)('refuses %s with exit code 2 and sends nothing', async (_, words, want) => {
  const { server, env } = await serveCli();
  const { code, out, err } = await runWeiban(['call', ...words], { env });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(want);
  expect(server.seen).toEqual([]);
});

test('an argument that the operation does not have is refused, with the nearest name', async () => {
  const { server, env } = await serveCli();
  const words = ['call', 'opportunity.one', '--json', '{"id":"1","serial_numer":"A"}'];
  const { code, err } = await runWeiban(words, { env });
  expect(code).toBe(2);
  expect(err).toMatch(/no argument serial_numer; did you mean serial_number\?/);
  expect(server.seen).toEqual([]);
});

describe('a write', () => {
  const words = ['call', 'tagGroup.add', '--tag_group', 'x', '--tag_name_list', 'a'];
  const writes: [
    name: string,
    more: string[],
    options: RunOptions,
    code: number,
    sent: number,
    said: RegExp,
  ][] = [
    [
      'is refused if there is no terminal to ask on',
      [],
      {},
      2,
      0,
      /there is no terminal to ask .*; add --yes/,
    ],
    ['is sent with --yes', ['--yes'], {}, 0, 1, /^$/],
    ['is sent if the answer is yes', [], { isTTY: true, input: 'y\n' }, 0, 1, /Send it\? \[y\/N\] /],
    ['is not sent if the answer is anything else', [], { isTTY: true, input: '\n' }, 130, 0, /Not sent\./],
    ['is not sent if the input ends', [], { isTTY: true, input: '' }, 130, 0, /Not sent\./],
    ['needs no confirmation if nothing is sent', ['--dry-run'], {}, 0, 0, /^$/],
  ];
  test.each(writes)('%s', async (_, more, options, code, sent, said) => {
    const { server, env } = await serveCli();
    server.answer('tag_group/add', () => ({}));
    const result = await runWeiban([...words, ...more], { env, ...options });
    expect(result.code).toBe(code);
    expect(result.err).toMatch(said);
    expect(server.seenAt('tag_group/add')).toHaveLength(sent);
  });
});

describe('what a question names', () => {
  const calls: [name: string, words: string[], asks: RegExp | undefined][] = [
    ['a read', ['staff.list'], undefined],
    ['a repeatable change', ['tag.sync'], undefined],
    ['taking a tag off', ['tag.internal.remove', '--tag_name', 'a', '--external_user_id', 'wm1'], undefined],
    ['a change', ['tagGroup.add', '--tag_group', 'x', '--tag_name_list', 'a'], /changes data/],
    ['a repeatable deletion', ['tag.delete', '--group_id', 'et1', '--tag_ids', 'et2'], /deletes data/],
    [
      'a text for a customer',
      [
        'workorder.close',
        '--order_no',
        '1',
        '--staff_id',
        'a',
        '--json',
        '{"content":{"text":"a","pic":[]}}',
      ],
      /sends something to people/,
    ],
  ];
  test.each(calls)('%s', async (_, words, asks) => {
    const { server, env } = await serveCli();
    const path = words[0]?.replaceAll('.', '/').replace('tagGroup', 'tag_group') ?? '';
    server.answer(path, () => ({}));
    const refused = await runWeiban(['call', ...words], { env });
    expect(refused.code).toBe(asks === undefined ? 0 : 2);
    expect(server.seenAt(path)).toHaveLength(asks === undefined ? 1 : 0);
    if (asks === undefined) return;
    expect(refused.err).toMatch(asks);
    const asked = await runWeiban(['call', ...words], { env, isTTY: true, input: 'n\n' });
    expect(asked).toMatchObject({ code: 130, err: expect.stringMatching(asks) });
    expect((await runWeiban(['call', ...words, '--yes'], { env })).code).toBe(0);
    expect(server.seenAt(path)).toHaveLength(1);
  });
});

describe('the rows of a list', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ staff_id: `s${at}`, name: `员工${at}` }));

  test('a single page is the unchanged answer', async () => {
    const { server, env } = await serveCli();
    answerStaff(server, 5);
    const { out } = await runWeiban(['call', 'staff.list', '--limit', '2'], { env });
    expect(JSON.parse(out)).toEqual({ total: 5, staff_list: rows(2) });
  });

  test('--all prints all rows as one list', async () => {
    const { server, env } = await serveCli();
    answerStaff(server, 5);
    const { out, err } = await runWeiban(['call', 'staff.list', '--all', '--limit', '2'], { env });
    expect(JSON.parse(out)).toEqual(rows(5));
    expect(err).toBe('');
    expect(server.seenAt('staff/list')).toHaveLength(3);
  });

  test('--max ends the walk, before or after the operation', async () => {
    const { server, env } = await serveCli();
    answerStaff(server, 100);
    const behind = await runWeiban(['call', 'staff.list', '--all', '--max', '3', '--limit', '2'], { env });
    expect(JSON.parse(behind.out)).toEqual(rows(3));
    expect(server.seenAt('staff/list')).toHaveLength(2);
    const before = await runWeiban(['call', '--all', '--max', '3', 'staff.list'], { env });
    expect(JSON.parse(before.out)).toEqual(rows(3));
  });

  test('as lines of JSON', async () => {
    const { server, env } = await serveCli();
    answerStaff(server, 3);
    const words = ['call', 'staff.list', '--all', '--limit', '2', '--output', 'jsonl'];
    const { out } = await runWeiban(words, { env });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(rows(3));
  });

  test('a terminal gets a table and, on standard error, a bar that goes away', async () => {
    const { server, env } = await serveCli();
    answerStaff(server, 4);
    const words = ['call', 'staff.list', '--all', '--limit', '2'];
    const { out, err } = await runWeiban(words, { env, isTTY: true, columns: 40 });
    expect(out.split('\n').slice(0, 3)).toEqual(['staff_id  name', '────────  ─────', 's0        员工0']);
    expect(err).toContain('[############------------] 50% 2/4 rows');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  test('a walk that fails prints no incomplete list', async () => {
    const { server, env } = await serveCli();
    server.answer('staff/list', ({ query }) =>
      query.get('offset') === '0'
        ? { body: { errcode: 0, errmsg: 'ok', total: 9, staff_list: [{ staff_id: 's0' }] } }
        : { body: { errcode: 29999, errmsg: '坏了' } },
    );
    const { code, out } = await runWeiban(['call', 'staff.list', '--all'], { env });
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });
});

test('a single answer on a terminal is a table of fields', async () => {
  const { env } = await serveCli();
  const words = ['call', 'opportunity.one', '--serial_number', opportunity.serial_number];
  const { out } = await runWeiban(words, { env, isTTY: true, columns: 60 });
  expect(out).toMatch(/^field +value\n─+ +─+\n/);
  expect(out).toMatch(new RegExp(`opportunity\\.serial_number +${opportunity.serial_number}`));
});

test('an answer of Weiban cannot control the terminal', async () => {
  const { server, env } = await serveCli();
  const hostile = 'a\u001b]0;owned\u0007\u202e\u009b2J';
  server.answer('opportunity/one', () => ({
    body: { errcode: 0, errmsg: 'ok', opportunity: { name: hostile } },
  }));
  for (const output of ['json', 'jsonl', 'table']) {
    const { out } = await runWeiban(['call', 'opportunity.one', '--id', '1', '--output', output], { env });
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    if (output !== 'table') expect(JSON.parse(out).opportunity.name).toBe(hostile);
  }
  server.answer('opportunity/one', () => ({ body: { errcode: 22201, errmsg: hostile } }));
  const { err } = await runWeiban(['call', 'opportunity.one', '--id', '1'], { env });
  expect(err).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
});
