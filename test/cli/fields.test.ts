import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayWidth, wrapped } from '../../src/cli/output/display-width.ts';
import { rowsTable } from '../../src/cli/output/value-table.ts';
import { opportunity } from '../support/opportunity.ts';
import { ownEnvironment, runWeiban } from './run-weiban.ts';
import { serveCli } from './serve-cli.ts';

const customers = [
  { id: 'c1', name: '张三', tags: [{ name: 'a' }, { name: 'b' }], gender: 1 },
  { id: 'c2', name: '李四', gender: 2 },
];

async function served() {
  const { server, env } = await serveCli();
  server.answer('external_user/list', () => ({
    body: { errcode: 0, errmsg: 'ok', total: 2, external_user_list: customers },
  }));
  server.answer('opportunity/one', () => ({ body: { errcode: 0, errmsg: 'ok', opportunity } }));
  return { server, env };
}

describe('--fields', () => {
  test.each<[string, string[], unknown]>([
    [
      'of each row of a list',
      ['externalUser.list', '--fields', 'name,id'],
      customers.map(({ id, name }) => ({ name, id })),
    ],
    ['of all rows', ['externalUser.list', '--fields', 'id', '--all'], [{ id: 'c1' }, { id: 'c2' }]],
    [
      'of an answer without rows',
      ['opportunity.one', '--id', '1', '--fields', 'opportunity.id,opportunity.stage.name'],
      { 'opportunity.id': opportunity.id, 'opportunity.stage.name': opportunity.stage.name },
    ],
  ])('prints only these, in this order: %s', async (_, words, want) => {
    const { env } = await served();
    const { code, out, err } = await runWeiban(['call', ...words], { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.stringify(JSON.parse(out))).toBe(JSON.stringify(want));
  });

  test('is the columns of a table, and one line each as JSON lines', async () => {
    const { env } = await served();
    const words = ['call', 'externalUser.list', '--fields', 'name,id', '--output'];
    expect((await runWeiban([...words, 'table'], { env })).out).toBe(
      'name  id\n────  ──\n张三  c1\n李四  c2\n',
    );
    expect((await runWeiban([...words, 'jsonl'], { env })).out).toBe(
      '{"name":"张三","id":"c1"}\n{"name":"李四","id":"c2"}\n',
    );
  });

  test.each([
    ['externalUser.list', 'nmae', /no field "nmae".*did you mean name\?/],
    [
      'opportunity.one',
      'opportunity.stage.nam',
      /no field "nam" for --fields opportunity\.stage\.nam; did you mean name/,
    ],
    ['opportunity.one', ',', /--fields needs a value/],
  ])('refuses an unknown field before anything is sent: %s %s', async (name, fields, said) => {
    const { server, env } = await served();
    const { code, err } = await runWeiban(['call', name, '--fields', fields, '--json', '{"id":"1"}'], {
      env,
    });
    expect(err).toMatch(said);
    expect(code).toBe(2);
    expect(server.seen).toEqual([]);
  });
});

describe('a table of rows', () => {
  const wide = [Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field_${at}`, `值${at}`]))];

  test.each([20, 40, 79, 80, 120])('fits %d columns, and names what it left out', (width) => {
    const text = rowsTable(wide, width, { hidden: (names) => `left: ${names.length}` });
    const [head = '', rule = '', row = '', left = ''] = text.split('\n');
    for (const line of [head, rule, row]) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    const shown = head.split(/ {2,}/).length;
    expect(shown).toBeGreaterThan(1);
    expect(left).toBe(`left: ${30 - shown}`);
  });

  test('has all columns where no width is known', () => {
    expect(rowsTable(wide, undefined).split('\n')[0]?.split(/ {2,}/)).toHaveLength(30);
  });

  test.each([
    ['the terminal', { isTTY: true, columns: 40 }, 40],
    ['COLUMNS', { env: { ...ownEnvironmentOnce(), COLUMNS: '50' } }, 50],
    [
      'the terminal, not COLUMNS',
      { isTTY: true, columns: 60, env: { ...ownEnvironmentOnce(), COLUMNS: '50' } },
      60,
    ],
  ])('is as wide as %s says', async (_, options, width) => {
    const { out } = await runWeiban(['ops', '客户', '--output', 'table', '--lang', 'zh'], options);
    const widest = Math.max(...out.split('\n').map(displayWidth));
    expect(widest).toBeLessThanOrEqual(width);
    expect(widest).toBeGreaterThan(width - 6);
  });
});

function ownEnvironmentOnce() {
  return { LANG: 'C' };
}

test.each([
  ['words', 'one two three', 7, ['one two', 'three']],
  ['Chinese text', '一二三四五', 4, ['一二', '三四', '五']],
  ['a long word', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['both', 'id 是客户的编号', 8, ['id 是客', '户的编号']],
  ['nothing', '', 5, ['']],
])('wraps %s', (_, text, columns, want) => {
  expect(wrapped(text, columns)).toEqual(want);
  expect(want.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});

describe('show and --help say of an argument and a field', () => {
  test.each([
    ['its default and maximum', 'staff.list', /Page size\.\s+Limits:\s+at\s+most\s+100\.\s+Default:\s+30\./],
    ['the meanings of its values', 'externalUser.list', /\[1\s+WeChat\s+user;\s+2\s+WeCom\s+user\]/],
    ['its unit', 'externalUser.list', /Unix time in seconds/],
    ['its unit of money', 'opportunity.list', /In fen \(0\.01 yuan\)/],
    ['how many items it takes', 'externalUser.batchGet', /Limits:\s+items\s+at\s+most\s+20/],
    [
      'that no page has it',
      'groupChat.memberList',
      /On no page of the documentation: known from public programs/,
    ],
  ])('%s', async (_, name, text) => {
    expect((await runWeiban(['show', name])).out).toMatch(text);
    expect((await runWeiban(['call', name, '--help'])).out.replace(/\s+/g, ' ')).toMatch(text);
  });

  test('the meaning is not cut at the width of the terminal', async () => {
    const { out } = await runWeiban(['show', 'externalUser.list'], { isTTY: true, columns: 80 });
    const table = out.slice(out.indexOf('Arguments'), out.indexOf('A Unix time'));
    expect(table).toMatch(/Default:\s+0\./);
    expect(table).not.toContain('…');
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  test('a field of the result that no page has', async () => {
    expect((await runWeiban(['show', 'externalUser.get'])).out).toMatch(
      /follow_time.*On no page of the documentation/,
    );
  });
});

describe('call --all of a call that takes a list', () => {
  const ids = Array.from({ length: 45 }, (_, at) => `id${at}`);

  test('sends it in several calls, and prints the rows of all', async () => {
    const { server, env } = await serveCli();
    server.answer('external_user/batch_get', ({ body }) => ({
      body: {
        errcode: 0,
        errmsg: 'ok',
        external_user: JSON.parse(body).id_list.map((id: string) => ({ id })),
      },
    }));
    const words = [
      'call',
      'externalUser.batchGet',
      '--all',
      '--fields',
      'id',
      '--json',
      JSON.stringify({ id_list: ids }),
    ];
    const { code, out, err } = await runWeiban(words, { env });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(ids.map((id) => ({ id })));
  });

  test('of a write, says what was sent when a later call fails', async () => {
    const { server, env } = await serveCli();
    let calls = 0;
    server.answer('group_chat/batch_mark_tag', () =>
      ++calls < 3 ? { body: { errcode: 0, errmsg: 'ok' } } : { body: { errcode: 19999, errmsg: 'no' } },
    );
    const args = { group_chat_id_list: ids, group_chat_tag_id_list: ['t'] };
    const words = ['call', 'groupChat.batchMarkTag', '--all', '--yes', '--json', JSON.stringify(args)];
    const { code, out, err } = await runWeiban(words, { env });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).to),
    ).toEqual([10, 20]);
    expect(err).toContain('items 21 to 30 failed; 20 items before them were sent, nothing after them was.');
    expect({ code, calls }).toEqual({ code: 1, calls: 3 });
  });

  test('does not take --max', async () => {
    const words = ['call', 'externalUser.batchGet', '--all', '--max', '3', '--json', '{"id_list":["a"]}'];
    expect((await runWeiban(words)).code).toBe(2);
  });
});

test.each([['a file', (file: string) => ['--data', `@${file}`]]])(
  '%s that is not UTF-8 is refused, not sent with lost characters',
  async (_, words) => {
    const env = ownEnvironment();
    const file = join(env.HOME ?? '', 'gbk.json');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('{"tag_group":"'), Buffer.from([0xc4, 0xe3]), Buffer.from('"}')]),
    );
    const { code, err, out } = await runWeiban(['call', 'tagGroup.add', ...words(file), '--dry-run'], {
      env,
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${file} is not UTF-8 text`);
  },
);
