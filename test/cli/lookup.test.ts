import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ErrorCode } from '../../generated/error-codes.ts';
import { listOperations } from '../../src/catalogue/index.ts';
import { runWeiban } from './run-weiban.ts';

test('ops prints JSON for a program', async () => {
  const { code, out } = await runWeiban(['ops', '商机', '详情']);
  expect(code).toBe(0);
  expect(JSON.parse(out)[0]).toEqual({
    name: 'opportunity.one',
    id: 'opportunityOne',
    method: 'GET',
    path: '/open-api/opportunity/one',
    title: '获取商机详情',
    summary: 'Get one opportunity.',
    category: 'sales-process 销售过程管理',
    safety: 'read',
    effect: 'none',
    status: '',
  });
});

const fewer: [name: string, words: string[], out: RegExp][] = [
  [
    'rows of ops',
    ['ops', '商机', '--max', '1', '--fields', 'name,effect', '--output', 'jsonl'],
    /^\{"name":"[\w.]+","effect":"none"\}\n$/,
  ],
  [
    'rows of ops as JSON',
    ['ops', '商机', '--max', '2', '--fields', 'name'],
    /^(\[\s+)(\{\s+"name": "[\w.]+"\s+\},?\s+){2}\]\n$/,
  ],
  [
    'errors',
    ['errors', '22201', '--fields', 'name,code', '--output', 'jsonl'],
    /^\{"name":"OpportunityNotFound","code":22201\}\n$/,
  ],
  [
    'errors as JSON off a terminal',
    ['errors', '22201', '--fields', 'name'],
    /^\[\s+\{\s+"name": "OpportunityNotFound"\s+\}\s+\]\n$/,
  ],
  ['all errors, cut', ['errors', '--max', '2', '--output', 'jsonl'], /^(\{.*\}\n){2}$/],
];

test.each(fewer)('--fields and --max: %s', async (_, words, out) => {
  expect(await runWeiban(words)).toMatchObject({ code: 0, out: expect.stringMatching(out), err: '' });
});

test.each(['ops', 'errors'])('%s refuses a --max that is no number of rows', async (command) => {
  expect(await runWeiban([command, '--max', '0'])).toMatchObject({ code: 2, out: '' });
});

test('ops on a terminal shows the chosen fields as columns', async () => {
  const { out } = await runWeiban(['ops', '商机', '--max', '1', '--fields', 'name,safety'], { isTTY: true });
  expect(out).toMatch(/^name +safety\n/);
});

test('ops without words lists every operation, as a table on a terminal', async () => {
  const { out } = await runWeiban(['ops'], { isTTY: true, columns: 200 });
  expect(out.trimEnd().split('\n')).toHaveLength(listOperations().length + 2);
  expect(out).toMatch(
    /^opportunity\.one +GET +\/open-api\/opportunity\/one +Get one opportunity\. 获取商机详情/m,
  );
  const chinese = await runWeiban(['ops', '--lang', 'zh', 'opportunity.one'], { isTTY: true, columns: 200 });
  expect(chinese.out).toMatch(/^方法 +HTTP +路径 +说明/);
  expect(chinese.out).toContain('获取商机详情。');
});

test('ops that finds nothing says so, with exit code 1', async () => {
  const result = await runWeiban(['ops', 'zzzzqqq']);
  expect(result).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('no operation matches "zzzzqqq"'),
  });
});

const errors: [words: string[], holds: RegExp[]][] = [
  [
    ['22201'],
    [
      /^22201 OpportunityNotFound$/m,
      /商机不存在/,
      /No opportunity matches/,
      /→ 检查 id/,
      /→ Check/,
      /Documented by: .*opportunity\.one/,
    ],
  ],
  [['opportunitynotfound'], [/^22201 OpportunityNotFound$/m]],
  [
    ['opportunity', 'serial'],
    [/OpportunityNotFound/, /OpportunityIdOrSerialNumberRequired/],
  ],
  [['检查', 'serial_number'], [/OpportunityNotFound/]],
  [['20202'], [/^20202 \w+$/m]],
  [['10053'], [/CallRateLimitExceeded/, /Any operation can answer this; the client waits/]],
  [
    ['10001', '--lang', 'zh'],
    [/认证失败/, /任何接口都可能返回；客户端会重新获取 token 并重试/],
  ],
];

test.each(errors)('errors %j explains', async (words, holds) => {
  const { code, out } = await runWeiban(['errors', ...words]);
  expect(code).toBe(0);
  for (const pattern of holds) expect(out).toMatch(pattern);
});

test('errors prints every meaning of a code', async () => {
  const names = Object.entries(ErrorCode).filter(([, code]) => code === 20202);
  expect(names.length).toBeGreaterThan(1);
  const { out } = await runWeiban(['errors', '20202', '--output', 'json']);
  expect(
    JSON.parse(out)
      .map(({ name }: { name: string }) => name)
      .sort(),
  ).toEqual(names.map(([name]) => name).sort());
});

test.each([
  ['OportunityNotFound', /did you mean OpportunityNotFound\?/],
  ['99999', /no documented error matches "99999"/],
])('errors %s finds nothing', async (word, said) => {
  const { code, err } = await runWeiban(['errors', word]);
  expect(code).toBe(1);
  expect(err).toMatch(said);
});

test('show prints everything about an operation', async () => {
  const { out } = await runWeiban(['show', 'opportunity.one']);
  for (const part of [
    /^opportunity\.one {2}GET \/open-api\/opportunity\/one$/m,
    /获取商机详情 — Get one opportunity\./,
    /^Category: 销售过程管理 \(sales-process\)$/m,
    /^Safety: read/m,
    /^Limit: read: 600 a minute, 36000 an hour$/m,
    /^Seat: sales$/m,
    /^Envelope: errcode and errmsg; success is 0$/m,
    /^Documentation page: https:\/\/openapi\.weibanzhushou\.com\/api-10790878, 2024-03-05 07:16:27$/m,
    /^Corrections: [1-9]\d* /m,
    /^--serial_number +string +query/m,
    /At least one of id, serial_number is required/,
    /^└─ opportunity +Opportunity /m,
    /^ {3}│ {2}├─ created_at +integer \(unix-seconds\)/m,
    /^22201 +OpportunityNotFound/m,
    /^weiban call opportunity\.one --id 1900001$/m,
  ])
    expect(out).toMatch(part);
  expect(out).not.toMatch(/─ errcode/);
});

test('show works for every operation, and its example is a valid call', async () => {
  for (const { name, id } of listOperations()) {
    const shown = await runWeiban(['show', name]);
    expect([name, shown.code]).toEqual([name, 0]);
    const example = shown.out.trimEnd().split('\n').at(-1) ?? '';
    if (id === 'accessTokenGet' || example.includes('…')) continue;
    const words = [...example.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    );
    const { code, err } = await runWeiban([...words.slice(1), '--dry-run']);
    expect([example, code, err]).toEqual([example, 0, '']);
  }
});

test('show in Chinese', async () => {
  const { out } = await runWeiban(['show', 'tag.batchUpdate'], { env: { LANG: 'zh_CN.UTF-8' } });
  for (const part of [
    '频率限制: bulk：每分钟 300 次，每小时 15000 次',
    '参数（* 必填）',
    '增删标签列表均为空',
  ])
    expect(out).toContain(part);
});

test('show as JSON', async () => {
  const { out } = await runWeiban(['show', 'staff.list', '--output', 'json']);
  expect(JSON.parse(out)).toMatchObject({
    name: 'staff.list',
    paging: { style: 'offset', items: 'staff_list' },
  });
});

test.each([
  [[], 'openapi.json'],
  [['--json'], 'openapi.json'],
  [['--yaml'], 'openapi.yaml'],
  [['--openapi', '3.0'], 'openapi-3.0.json'],
  [['--openapi', '3.0', '--lang', 'zh'], 'openapi-3.0.zh.json'],
  [['--openapi', '3.0', '--yaml'], 'openapi-3.0.yaml'],
])('spec %j prints the bundle', async (words, file) => {
  const text = readFileSync(new URL(`../../generated/${file}`, import.meta.url), 'utf8');
  expect((await runWeiban(['spec', ...words])).out === text).toBe(true);
  const { out } = await runWeiban(['spec', ...words, '--path']);
  expect(readFileSync(out.trimEnd(), 'utf8') === text).toBe(true);
});

test('a Chinese description, and an English one in the same process afterwards', async () => {
  const call = ['call', 'externalUser.list', '--help'];
  expect((await runWeiban(['--lang', 'zh', ...call])).out).toContain('获取客户列表。');
  expect((await runWeiban(call)).out).toContain('List customers.');
  expect((await runWeiban(['show', 'externalUser.list', '--lang', 'zh'])).out).toContain('每页条数。');
  expect((await runWeiban(['show', 'externalUser.list'])).out).toContain('Page size.');
});

test('spec in Chinese', async () => {
  const text = readFileSync(new URL('../../generated/openapi.zh.json', import.meta.url), 'utf8');
  expect((await runWeiban(['spec', '--lang', 'zh'])).out === text).toBe(true);
  expect(JSON.parse(text).info.title).toBe('微伴开放接口');
});

test('spec as YAML has English texts only, and says so in Chinese', async () => {
  const { out, err } = await runWeiban(['spec', '--yaml', '--lang', 'zh']);
  expect(err).toBe('weiban: YAML 文件只有英文说明；中文说明请用 --json\n');
  expect(out).toContain('Get one opportunity.');
  expect((await runWeiban(['spec', '--yaml'])).err).toBe('');
});

test('spec takes one format', async () => {
  expect(await runWeiban(['spec', '--json', '--yaml'])).toMatchObject({ code: 2 });
});

test.each([
  [['collection'], 'postman-collection.json'],
  [['collection', '--lang', 'zh'], 'postman-collection.zh.json'],
  [['sandbox', '--json'], 'postman-environment-sandbox.json'],
  [['production', '--lang', 'zh'], 'postman-environment-production.json'],
])('spec --postman %j prints a file for Postman', async (words, file) => {
  const text = readFileSync(new URL(`../../generated/${file}`, import.meta.url), 'utf8');
  expect((await runWeiban(['spec', '--postman', ...words])).out === text).toBe(true);
  const { out } = await runWeiban(['spec', '--path', '--postman', ...words]);
  expect(readFileSync(out.trimEnd(), 'utf8') === text).toBe(true);
});

test.each([
  [['--openapi', '2.0'], 'weiban: --openapi <version> is not one of: 3.0, 3.1.\n'],
  [['--openapi', '2.0', '--lang', 'zh'], 'weiban: --openapi <version> 的取值只能是：3.0, 3.1。\n'],
  [['--postman', 'it'], 'weiban: --postman <file> is not one of: collection, sandbox, production.\n'],
])('spec %j is refused with all the values that it may have', async (words, message) => {
  expect(await runWeiban(['spec', ...words])).toMatchObject({ code: 2, out: '', err: message });
});

test.each([[['--yaml']], [['--openapi', '3.0']]])('spec --postman collection refuses %j', async (words) => {
  const { code, out, err } = await runWeiban(['spec', '--postman', 'collection', ...words]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('use --postman without --yaml and --openapi');
});
