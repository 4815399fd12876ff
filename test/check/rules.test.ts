import { describe, expect, test } from 'vitest';
import { RULES } from '../../scripts/check/rules.ts';
import { runRules } from '../../scripts/check/run.ts';
import type { Recording } from '../../scripts/evidence/recording.ts';
import { type Changes, contextOf, findingsOf, GOOD } from './small-spec.ts';

const OPERATION = 'paths/deal/add.yaml';
const FACTS = 'docs/deal/add.yaml';
const ROOT = 'openapi.yaml';

function operation(from: string, to: string): Changes {
  return { [OPERATION]: [from, to] };
}

type Row = readonly [rule: string, name: string, changes: Changes, want: readonly string[]];

const DEAL = 'schemas/Deal.yaml';
const SHOWN = '        - {name: closed_at, type: "null", required: unmarked}\n';
const source = (mark: string): Changes[string] => [
  '  state: {',
  `  source: {type: string${mark}}\n  state: {`,
];
const facts = (more: string): Changes[string] => [
  SHOWN,
  `${SHOWN}        - {name: source, type: string${more}}\n`,
];

const EVIDENCE_ROWS: readonly Row[] = [
  [
    'evidence-holds',
    'a field that public code shows, and that says so',
    { [DEAL]: source(', x-evidence: public-code'), [FACTS]: facts(', evidence: public-code') },
    [],
  ],
  [
    'evidence-holds',
    'a field that only public code shows, and that does not say so',
    { [DEAL]: source(''), [FACTS]: facts(', evidence: public-code') },
    [`${DEAL}:5 /open-api/deal/add answer deal.source: only public code shows it`],
  ],
  [
    'evidence-holds',
    'public code of which no facts are',
    { [DEAL]: source(', x-evidence: public-code') },
    [`${DEAL}:5 no facts show this field in public code`],
  ],
  [
    'evidence-holds',
    'a field that the page lists by now',
    { [DEAL]: source(', x-evidence: public-code'), [FACTS]: facts(', required: unmarked') },
    [`${DEAL}:5 page api-1 lists answer deal.source: the page is the evidence`],
  ],
];

const LIST = 'name: {type: string, maxLength: 15}';
const batch = (text: string): Changes => ({
  [OPERATION]: GOOD[OPERATION]
    ?.replace('  x-limit: write', `  x-limit: write\n  x-batch: ${text}`)
    .replace(LIST, 'name: {type: array, maxItems: 20, items: {type: string}}'),
  [DEAL]: ['items: {type: string}', 'items: {type: object, properties: {id: {type: string}}}'],
});

const BATCH_ROWS: readonly Row[] = [
  ['batches-hold', 'a whole one', batch('{argument: name, max: 20, items: deal.tags, key: id}'), []],
  ['batches-hold', 'one of several', batch('[{argument: name, max: 20}]'), []],
  [
    'batches-hold',
    'no list',
    batch('{argument: kind, max: 20}'),
    [`${OPERATION}:9 /open-api/deal/add takes no list called "kind"`],
  ],
  [
    'batches-hold',
    'another maximum',
    batch('{argument: name, max: 100}'),
    [`${OPERATION}:9 /open-api/deal/add takes 20 of name, not 100`],
  ],
  [
    'batches-hold',
    'rows that are no list',
    batch('{argument: name, max: 20, items: deal, key: id}'),
    [`${OPERATION}:9 the answer has no list at "deal"`],
  ],
  [
    'batches-hold',
    'rows without the key',
    batch('{argument: name, max: 20, items: deal.tags, key: name}'),
    [`${OPERATION}:9 the rows of deal.tags have no field "name"`],
  ],
  [
    'batches-hold',
    'a key of nothing',
    batch('{argument: name, max: 20, key: id}'),
    [`${OPERATION}:9 a key without items: there are no rows to have it`],
  ],
];

const list = (text: string): Changes => ({
  [OPERATION]: GOOD[OPERATION]?.replace(
    '  x-limit: write',
    `  x-limit: write\n  x-pagination: {style: offset, items: deal.tags}\n  ${text}`,
  ),
  [DEAL]: [
    'items: {type: string}',
    'items: {type: object, properties: {id: {type: string}, at: {type: integer}}}',
  ],
});
const at = (line: number, message: string) => [`${OPERATION}:${line} ${message}`];

const FILTER_ROWS: readonly Row[] = [
  ['filters-hold', 'fields of the rows', list("x-filters: {name: id, kind: 'assumed at >='}"), []],
  ['filters-hold', 'a field that the rows do not show', list('x-filters: {name: unseen owner}'), []],
  ['filters-hold', 'an order', list('x-order: at desc'), []],
  [
    'filters-hold',
    'no such argument',
    list('x-filters: {nam: id}'),
    at(10, '/open-api/deal/add takes no argument "nam"'),
  ],
  [
    'filters-hold',
    'no such field',
    list('x-filters: {name: ids}'),
    at(10, 'the rows have no field "ids"; write "unseen ids" if they do not show it'),
  ],
  [
    'filters-hold',
    'a field that the rows do show',
    list('x-filters: {name: unseen id}'),
    at(10, 'the rows show the field "id"; leave "unseen" out'),
  ],
  [
    'filters-hold',
    'no such comparison',
    list('x-filters: {name: id like}'),
    at(10, '"id like" is not "[assumed] [unseen|scope] field [=|>=|<=|>|contains] [value|value]"'),
  ],
  [
    'filters-hold',
    'another argument that does not exist',
    list('x-filters: {name: {source: {a: id}}}'),
    at(10, '/open-api/deal/add takes no argument "source"'),
  ],
  [
    'filters-hold',
    'an order by no field',
    list('x-order: {name: when}'),
    at(10, 'the rows have no field "when"; write "unseen when" if they do not show it'),
  ],
  [
    'filters-hold',
    'an order that is none',
    list('x-order: at up'),
    at(10, '"at up" is not "[assumed] [unseen] field [asc|desc]"'),
  ],
  [
    'filters-hold',
    'no list',
    {
      [OPERATION]: GOOD[OPERATION]?.replace('  x-limit: write', '  x-limit: write\n  x-filters: {name: id}'),
    },
    at(9, '/open-api/deal/add has no list, or several, and no x-pagination'),
  ],
];

const ROWS: readonly Row[] = [
  [
    'operation-id',
    'the wrong name',
    operation('dealAdd', 'addDeal'),
    [`${OPERATION}:2 /open-api/deal/add is called "addDeal", not dealAdd`],
  ],
  [
    'operation-id',
    'no name',
    operation('  operationId: dealAdd\n', ''),
    [`${OPERATION}:1 /open-api/deal/add is called nothing, not dealAdd`],
  ],
  [
    'path-file',
    'a file that the root does not list',
    { 'paths/deal/one.yaml': 'get: {}\n' },
    ['paths/deal/one.yaml:1 paths/deal/one.yaml is not listed in openapi.yaml'],
  ],
  [
    'path-file',
    'a file not named after its path',
    {
      [ROOT]: ['paths/deal/add.yaml', 'paths/add.yaml'],
      [OPERATION]: undefined,
      'paths/add.yaml': GOOD[OPERATION]?.replace('../../schemas', '../schemas'),
    },
    ['openapi.yaml:17 /open-api/deal/add is in paths/add.yaml, not in paths/deal/add.yaml'],
  ],
  [
    'operation-fields',
    'no safety',
    operation('  x-safety: write\n', ''),
    [`${OPERATION}:1 /open-api/deal/add has no x-safety`],
  ],
  [
    'operation-fields',
    'no limit',
    operation('  x-limit: write\n', ''),
    [`${OPERATION}:1 /open-api/deal/add has no x-limit`],
  ],
  [
    'operation-fields',
    'an unknown tag',
    operation('[deals]', '[leads]'),
    [`${OPERATION}:3 /open-api/deal/add has the tags ["leads"]`],
  ],
  [
    'operation-fields',
    'a summary without a period',
    operation('Add a deal.', 'Add a deal'),
    [`${OPERATION}:4 /open-api/deal/add has the summary "Add a deal"`],
  ],
  [
    'operation-fields',
    'an unknown seat',
    operation('x-seat: sales', 'x-seat: gold'),
    [`${OPERATION}:6 /open-api/deal/add has the x-seat "gold"`],
  ],
  [
    'operation-fields',
    'an incomplete page',
    operation(', modified: unknown', ''),
    [`${OPERATION}:5 /open-api/deal/add has the x-page {"id":"api-1","title":"新增"}`],
  ],
  [
    'operation-fields',
    'no successful response',
    operation("'200'", "'404'"),
    [`${OPERATION}:30 /open-api/deal/add has the responses`],
  ],
  [
    'page-agrees',
    'a different title',
    operation('title: 新增', 'title: 添加'),
    [`${OPERATION}:5 /open-api/deal/add: x-page.title is "添加", but docs/deal/add.yaml says "新增"`],
  ],
  [
    'page-agrees',
    'a page modified since',
    { [FACTS]: ['modified: unknown', 'modified: "2024-03-05"'] },
    [
      `${OPERATION}:5 /open-api/deal/add: x-page.modified is "unknown", but docs/deal/add.yaml says "2024-03-05"`,
    ],
  ],
  [
    'page-agrees',
    'a different seat',
    { [FACTS]: ['seat: sales', 'seat: base'] },
    [`${OPERATION}:6 /open-api/deal/add: x-seat is "sales", but docs/deal/add.yaml says "base"`],
  ],
  [
    'page-agrees',
    'a different method',
    { [FACTS]: ['method: POST', 'method: GET'] },
    [`${OPERATION}:1 /open-api/deal/add: the method is "post", but docs/deal/add.yaml says "get"`],
  ],
  [
    'page-agrees',
    'a page that became deprecated',
    { [FACTS]: ['seat: sales', 'seat: sales\ndeprecated: true'] },
    [
      `${OPERATION}:1 /open-api/deal/add: x-status is nothing, but docs/deal/add.yaml says "deprecated"`,
      `${OPERATION}:1 /open-api/deal/add: deprecated is false, but docs/deal/add.yaml says true`,
    ],
  ],
  [
    'page-agrees',
    'no facts',
    { [FACTS]: undefined },
    [`${OPERATION}:1 spec/docs has no facts of /open-api/deal/add`],
  ],
  [
    'argument-names',
    'a name in query and body',
    operation('kind: {type', 'limit: {type'),
    [`${OPERATION}:12 /open-api/deal/add: the parameter limit has the same name as a field of the body`],
  ],
  [
    'arguments-have-examples',
    'a parameter without an example',
    operation('      example: 10\n', ''),
    [`${OPERATION}:12 /open-api/deal/add: the parameter limit has no example`],
  ],
  [
    'arguments-have-examples',
    'a body without an example',
    operation('        example: {name: Deal}\n', ''),
    [`${OPERATION}:22 /open-api/deal/add: the request body has no example`],
  ],
  [
    'error-exists',
    'a misspelt name',
    operation('[DealTaken]', '[DealTaken, DealTakne]'),
    [`${OPERATION}:9 no error is called DealTakne`],
  ],
  [
    'error-exists',
    'a name twice',
    operation('[DealTaken]', '[DealTaken, DealTaken]'),
    [`${OPERATION}:9 /open-api/deal/add names DealTaken twice`],
  ],
  [
    'error-used',
    'an error that no operation names',
    operation('  x-errors: [DealTaken]\n', ''),
    ['error-codes.yaml:1 no operation names DealTaken'],
  ],
  [
    'error-documented',
    'a row without a name',
    { [FACTS]: ['query:', '  - {code: 20002, zh: 其他}\nquery:'] },
    [`${OPERATION}:9 docs/deal/add.yaml lists 20002 (其他), but /open-api/deal/add names 0 of 1`],
  ],
  [
    'error-documented',
    'one code with two meanings',
    { [FACTS]: ['query:', '  - {code: 20001, zh: 其他}\nquery:'] },
    [`${OPERATION}:9 docs/deal/add.yaml lists 20001 (商机重名; 其他), but /open-api/deal/add names 1 of 2`],
  ],
  [
    'error-documented',
    'a global row needs no name',
    { [FACTS]: ['query:', '  - {code: 10052, zh: 并发数超限}\nquery:'] },
    [],
  ],
  [
    'error-documented',
    'a code that the page lacks',
    { [FACTS]: ['errors:\n  - {code: 20001, zh: 商机重名}\n', ''] },
    [`${OPERATION}:9 DealTaken has the code 20001, which docs/deal/add.yaml does not list`],
  ],
  [
    'error-names',
    'names that differ only in case',
    { 'error-codes.yaml': `${GOOD['error-codes.yaml']}DEALTaken: {code: 1, zh: a, en: a, advice: a}\n` },
    ['error-codes.yaml:3 DEALTaken and DealTaken differ only in case'],
  ],
  [
    'error-names',
    'a code that is not an integer',
    { 'error-codes.yaml': ['code: 20001', 'code: 2.5'] },
    ['error-codes.yaml:1 DealTaken has no integer code'],
  ],
  [
    'error-names',
    'an empty text',
    { 'error-codes.yaml': ['advice: Wait.', 'advice: ""'] },
    ['error-codes.yaml:2 Busy has no advice'],
  ],
  [
    'reasons-used',
    'an unused reason',
    { 'reasons.yaml': `${GOOD['reasons.yaml']}other: A reason that nobody gives.\n` },
    ['reasons.yaml:2 nothing uses the reason other'],
  ],
  [
    'reasons-given',
    'an unknown reason',
    operation('because: typed-string', 'because: typed-strnig'),
    [`${OPERATION}:17 "typed-strnig" is neither a sentence nor a known reason`],
  ],
  [
    'reasons-given',
    'an unknown type without a reason',
    { 'schemas/Deal.yaml': ['only ever seen as null', 'null-only'] },
    ['schemas/Deal.yaml:9 "null-only" is neither a sentence nor a known reason'],
  ],
  [
    'reasons-given',
    'an omission without a reason',
    operation('the vendor ignores this parameter', 'ignored'),
    [`${OPERATION}:10 "ignored" is neither a sentence nor a known reason`],
  ],
  [
    'unknown-says-so',
    'a schema without a type',
    { 'schemas/Deal.yaml': ['items: {type: string}', 'items: {description: a}'] },
    ['schemas/Deal.yaml:8 tags has no type'],
  ],
  [
    'required-exists',
    'a name that is not a property',
    { 'schemas/Deal.yaml': ['[id, tags]', '[id, tag]'] },
    ['schemas/Deal.yaml:2 required names "tag", which is not a property'],
  ],
  [
    'required-exists',
    'an argument that does not exist',
    operation('  x-seat:', '  x-oneOf-required: [name, nmae]\n  x-seat:'),
    [`${OPERATION}:6 x-oneOf-required names "nmae", which is not an argument`],
  ],
  [
    'schema-used',
    'an unused schema',
    { 'schemas/Lead.yaml': 'type: object\n' },
    ['schemas/Lead.yaml:1 nothing refers to schemas/Lead.yaml'],
  ],
  [
    'enum-in-requests',
    'an enum in an answer',
    { 'schemas/Deal.yaml': ['x-known-values', 'enum'] },
    ['schemas/Deal.yaml:5 state is in an answer, but its enum is a closed list'],
  ],
  [
    'ledger',
    'a page without a row',
    { 'docs/pages.yaml': '[]\n' },
    ['docs/deal/add.yaml:3 page api-1 (新增) is not in the ledger'],
  ],
  [
    'ledger',
    'a row without facts',
    { 'docs/pages.yaml': ['state: unread', 'path: /open-api/deal/one, state: curated'] },
    ['docs/pages.yaml:2 其他 is marked curated but has no facts'],
  ],
  [
    'ledger',
    'a row without a path file',
    {
      'docs/pages.yaml': ['state: unread', 'path: /open-api/deal/one, state: curated'],
      'docs/deal/one.yaml': GOOD[FACTS]?.replace('api-1', 'api-2').replace('deal/add', 'deal/one'),
    },
    ['docs/pages.yaml:2 /open-api/deal/one is marked curated but has no paths/deal/one.yaml'],
  ],
  [
    'ledger',
    'a category without a heading',
    { 'docs/headings.yaml': ['category: deals', 'category: others'] },
    [
      'docs/pages.yaml:1 新增 is in the category deals, which docs/headings.yaml does not list',
      'docs/pages.yaml:2 其他 is in the category deals',
    ],
  ],
  [
    'ledger',
    'a page that moved',
    { 'docs/pages.yaml': ['deal/add', 'deal/create'] },
    [
      'docs/deal/add.yaml:3 the ledger gives page api-1 the path /open-api/deal/create, but this file gives it the path /open-api/deal/add',
      'docs/pages.yaml:1 新增 is marked curated but has no facts',
    ],
  ],
  [
    'operation-fields',
    'a reason for the safety that is no sentence',
    operation('x-safety: write', 'x-safety: write\n  x-safety-because: twice'),
    [`${OPERATION}:8 /open-api/deal/add has the x-safety-because "twice"`],
  ],
  [
    'operation-fields',
    'a write that does not state its effect',
    operation('  x-effect: none\n', ''),
    [`${OPERATION}:1 /open-api/deal/add has no x-effect`],
  ],
  [
    'operation-fields',
    'a read with an effect',
    operation('x-safety: write', 'x-safety: read'),
    [`${OPERATION}:40 /open-api/deal/add has the x-effect "none"`],
  ],
  [
    'operation-fields',
    'a reason for the effect that is no sentence',
    operation('x-effect: none', 'x-effect: send\n  x-effect-because: people'),
    [`${OPERATION}:41 /open-api/deal/add has the x-effect-because "people"`],
  ],
  [
    'operation-fields',
    'a reason for the effect of a read',
    {
      [OPERATION]: GOOD[OPERATION]
        ?.replace('x-safety: write', 'x-safety: read')
        .replace('x-effect: none', 'x-effect-because: It deletes.\n  x-effect-because-zh: 会删除。'),
    },
    [`${OPERATION}:40 /open-api/deal/add has the x-effect-because "It deletes."`],
  ],
  ...EVIDENCE_ROWS,
  ...BATCH_ROWS,
  ...FILTER_ROWS,
  [
    'bundle-lint',
    'an example that the schema refuses',
    operation('example: 10', 'example: ten'),
    [`${OPERATION}:18 no-invalid-parameter-examples`],
  ],
  [
    'bundle-lint',
    'an envelope that does not exist',
    operation('  x-seat:', '  x-envelope: status\n  x-seat:'),
    ['/open-api/deal/add names the envelope "status"'],
  ],
  ['bundle-lint', 'path parameters of any name', pathParameters('{部门}/{the rank}', '部门', 'the rank'), []],
  [
    'bundle-lint',
    'a path parameter that the path does not have',
    pathParameters('{部门}', '部门', '职务'),
    [`${OPERATION}:13 POST /open-api/deal/add/{部门} declares the path parameter "职务"`],
  ],
  [
    'bundle-lint',
    'a path parameter that nothing declares',
    pathParameters('{部门}/{职务}', '部门'),
    [`${OPERATION}:1 POST /open-api/deal/add/{部门}/{职务} does not declare its path parameter "职务"`],
  ],
];

/** The endpoint below a path with parameters, and the parameters that it declares. */
function pathParameters(below: string, ...declared: readonly string[]): Changes {
  const lines = declared.map(
    (name) =>
      `    - {name: ${name}, in: path, required: true, schema: {type: string}, example: a, description: A.}\n`,
  );
  return {
    'openapi.yaml': ['/open-api/deal/add:', `"/open-api/deal/add/${below}":`],
    ...operation('  parameters:\n', `  parameters:\n${lines.join('')}`),
  };
}

describe('each rule reports what is broken, and where', () => {
  test.each(ROWS)('%s: %s', async (code, _name, changes, want) => {
    const rule = RULES.find((row) => row.code === code);
    if (rule === undefined) throw new Error(`there is no rule ${code}`);
    const found = await findingsOf(rule, changes);
    expect(found).toHaveLength(want.length);
    for (const [index, part] of want.entries()) expect(found[index]).toContain(part);
  });
});

const RECORDED: Changes = { [DEAL]: source(', x-evidence: recording') };
const recordingOf = (kind: Recording['source']['kind'], deal: object): Recording => ({
  operation: 'dealAdd',
  file: 'dealAdd/one.json',
  source: { kind },
  response: { status: 200, body: { errcode: 0, deal } },
});

test.each<[name: string, recordings: readonly Recording[] | undefined, want: number]>([
  ['a recording that has the field', [recordingOf('live', { id: 1, tags: [], source: 'web' })], 0],
  ['a recording without the field', [recordingOf('live', { id: 1, tags: [] })], 1],
  ['an example of the documentation', [recordingOf('documentation', { id: 1, source: 'web' })], 1],
  ['recordings that nobody has read', undefined, 0],
])('a field known from recordings is held against them: %s', async (_name, recordings, want) => {
  const context = { ...contextOf(RECORDED), ...(recordings && { recordings }) };
  const found = await runRules(RULES, context);
  expect(found.map(({ code }) => code)).toEqual(Array(want).fill('evidence-holds'));
});

test.each<[name: string, deal: object, cut: readonly string[], needless: readonly string[]]>([
  ['an object that breaks off', { id: 1 }, ['/deal'], []],
  ['an object that has everything', { id: 1, tags: [] }, ['/deal'], ['/deal']],
  [
    'an object that is not there, beside one that breaks off',
    { id: 1 },
    ['/deal', '/deal/owner'],
    ['/deal/owner'],
  ],
  ['the whole answer, which lacks nothing', { id: 1 }, ['', '/deal'], ['']],
])('source.cut is needed: %s', async (_name, deal, cut, needless) => {
  const { source, ...recorded } = recordingOf('documentation', deal);
  const path = 'test/recordings/dealAdd/one.json';
  const recordings = [{ ...recorded, path, source: { ...source, cut } }];
  const found = await runRules(RULES, { ...contextOf(), recordings });
  expect(found.map(({ code, message, place }) => ({ code, message, place }))).toEqual(
    needless.map((pointer) => ({
      code: 'cut-needed',
      message: `dealAdd: nothing required is missing at "${pointer}" in the recording dealAdd/one.json`,
      place: { file: path, line: 1, column: 1 },
    })),
  );
});

test('no rule finds anything in the good specification', async () => {
  const found = await runRules(RULES, contextOf());
  expect(found).toEqual([]);
});

test('every rule has a unique code, a sentence, a fix, and a row in the tables', () => {
  const elsewhere = [
    'facts-agree',
    'corrections-hold',
    'cut-needed',
    'texts-in-both',
    'texts-compared',
    'terms-hold',
  ];
  const tested = new Set([...ROWS.map(([code]) => code), ...elsewhere]);
  expect(new Set(RULES.map(({ code }) => code))).toEqual(tested);
  for (const { sentence, fix } of RULES) expect([sentence.endsWith('.'), fix !== '']).toEqual([true, true]);
});
