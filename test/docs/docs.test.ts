import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { workplace } from './run-docs.ts';

const SHEET = `category: 商机
slug: deals
pages:
  - page: api-12
    title: 详情
    kind: endpoint
    method: GET
    path: /open-api/deal/one
    modified: "2024-03-05"
    seat: sales
    summary: Returns a deal, by id. More.
    complete: true
    errors: [{code: 20001, zh: 不存在, en: no such deal}]
    query:
      - {name: id, type: string, required: true, about: deal id}
      - {name: limit, type: string, required: false, default: 30, max: 100, example: "30"}
      - {name: kind, type: integer, required: unmarked, enum: [1, 2], example: 1}
    response:
      fields:
        - {name: errcode, type: integer, required: true}
        - name: deal
          type: object
          required: unmarked
          fields:
            - {name: id, type: integer, required: true}
            - {name: state, type: integer, required: false, enum: [1, 2]}
            - {name: tags, type: array<string>, required: unmarked, nullable: true}
            - {name: gone, type: "null", required: unmarked}
            - {name: odd, type: unknown, required: unmarked}
      example: {errcode: 0, deal: {id: 1, tags: [], gone: null}}
  - {page: api-9, title: 新增, kind: endpoint, method: POST, path: /open-api/deal/add, complete: true, deprecated: true, seat: base,
     body: {content_type: application/json, fields: [{name: name, type: string, required: true, max_length: 15}], example: {name: A}},
     response: {fields: [], example: {status_code: 200, success: true, id: 7}}}
  - {page: api-13, title: 旧详情, kind: endpoint, method: GET, same_path_as: api-12, complete: true, response: {fields: []}}
  - {page: api-14, title: 未读, kind: endpoint, complete: false}
  - {page: doc-1, title: 介绍, kind: guide, complete: true, facts: {scope: company}}
  - {page: api-15, title: 回调, kind: callback, method: POST, path: "/{{回调}}", complete: true, body: {fields: []}}
  - page: api-16
    title: 令牌
    kind: endpoint
    method: POST
    complete: false
    facts: {not_from_the_documentation: {url: "https://api.test/open-api/token/get"}}
`;
const OBSERVED = `category: none
slug: observed
pages:
  - {page: unknown, title: 令牌, kind: endpoint, evidence: public client code, method: POST, path: /open-api/token/get, complete: false,
     response: {fields: [{name: token, type: string, required: true}]}}
`;

describe('import', () => {
  test.each([
    ['gets an id', '{page: unknown, title: 列表, ', 'deals'],
    [
      'moves out of observed',
      '{page: unknown, title: 看到的列表, evidence: public client code, ',
      'observed',
    ],
  ])('a page that %s keeps one row in the ledger', async (_, before, slug) => {
    const place = workplace();
    const rest =
      'kind: endpoint, method: GET, path: /open-api/deal/list, complete: false, response: {fields: []}}';
    const other =
      '{page: unknown, title: 别的, kind: endpoint, method: GET, path: /open-api/deal/other, complete: false, query: []}';
    const write = (name: string, row: string) =>
      place.write('in.yaml', `category: 商机\nslug: ${name}\npages:\n  - ${row}${rest}\n  - ${other}\n`);
    await place.docs('import', write(slug, before));
    await place.docs('import', write('deals', '{page: api-20, title: 列表, '), '--only', 'api-20');
    const rows: { page: string; path: string }[] = parse(place.read('docs/pages.yaml') ?? '');
    expect(rows.map(({ page, path }) => `${page} ${path}`).sort()).toEqual([
      'api-20 /open-api/deal/list',
      'unknown /open-api/deal/other',
    ]);
  });

  test('writes one file per page, and the ledger', async () => {
    const place = workplace();
    place.write('in/deals.yaml', SHEET);
    place.write('in/observed.yaml', OBSERVED);
    const { code, out } = await place.docs('import', `${place.folder}/in`);
    expect([code, out.split('\n').at(-1)]).toEqual([
      0,
      '7 pages (3 curated, 1 duplicate, 1 unread, 1 guide, 1 callback); 8 of 8 files written',
    ]);
    expect(place.files().filter((file) => file.startsWith('docs/'))).toEqual([
      'docs/callbacks/api-15.yaml',
      'docs/deal/add.yaml',
      'docs/deal/one.yaml',
      'docs/duplicates/api-13.yaml',
      'docs/guides/doc-1.yaml',
      'docs/headings.yaml',
      'docs/pages.yaml',
      'docs/token/get.yaml',
    ]);
    expect(parse(place.read('docs/deal/one.yaml') ?? '')).toMatchObject({
      category: '商机',
      slug: 'deals',
      ...parse(SHEET).pages[0],
    });
    expect(place.read('docs/pages.yaml')?.split('\n').slice(2, 4)).toEqual([
      '- {page: doc-1, title: 介绍, category: deals, kind: guide, state: guide}',
      '- {page: api-9, title: 新增, category: deals, kind: endpoint, path: /open-api/deal/add, state: curated}',
    ]);
  });

  test('gives an observed endpoint the id of its page that was never captured', async () => {
    const place = workplace();
    await place.docs(
      'import',
      place.write('in/deals.yaml', SHEET),
      place.write('in/observed.yaml', OBSERVED),
    );
    const page = parse(place.read('docs/token/get.yaml') ?? '');
    expect(page).toMatchObject({
      page: 'api-16',
      slug: 'deals',
      evidence: 'public client code',
      response: { fields: [{ name: 'token' }] },
    });
    expect(place.read('docs/pages.yaml')).toContain(
      '{page: api-16, title: 令牌, category: deals, kind: endpoint, path: /open-api/token/get, state: curated}',
    );
  });

  test('with --only, adds to the ledger and touches nothing else', async () => {
    const place = workplace();
    const sheet = place.write('in/deals.yaml', SHEET);
    await place.docs('import', sheet, '--only', 'doc-1');
    const { out } = await place.docs('import', sheet, '--only', '/open-api/deal/one', '--json');
    expect(JSON.parse(out)).toMatchObject({ pages: 1, files: 3 });
    expect(parse(place.read('docs/pages.yaml') ?? '').map(({ page }: { page: string }) => page)).toEqual([
      'doc-1',
      'api-12',
    ]);
    expect(place.read('docs/deal/add.yaml')).toBeUndefined();
  });

  test('a second run writes nothing', async () => {
    const place = workplace();
    const sheet = place.write('in/deals.yaml', SHEET);
    await place.docs('import', sheet);
    expect((await place.docs('import', sheet)).out.trim()).toMatch(/; 0 of 7 files written$/);
  });

  test('a dry run writes nothing and names the files', async () => {
    const place = workplace();
    const { code, out } = await place.docs('import', place.write('in/deals.yaml', SHEET), '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('docs/deal/one.yaml\n')]);
    expect(place.files()).toEqual(['in/deals.yaml', 'openapi.yaml']);
  });
});

describe('bad input exits with 2, names the place, and writes nothing', () => {
  test.each([
    [
      'an unknown type',
      SHEET.replace('name: id, type: string', 'name: id, type: text'),
      [],
      /deals\.yaml:15:9 facts-form: id has the type "text"/,
    ],
    [
      'an unknown key',
      SHEET.replace('about: deal id', 'abuot: deal id'),
      [],
      /deals\.yaml:15:50 facts-form: "abuot" is not known in a field/,
    ],
    [
      'a text with a comma that is not quoted',
      SHEET.replace('about: deal id', 'about: deal id, not its number'),
      [],
      /deals\.yaml:15:\d+ facts-form: "not its number" is not known in a field\n +fix: put the text in quotes: inside braces, a comma ends it/,
    ],
    [
      'a path that leaves the folder',
      SHEET.replace('/open-api/deal/one', '/open-api/../../x'),
      [],
      /deals\.yaml:8:5 facts-form: "\/open-api\/\.\.\/\.\.\/x" is not a path/,
    ],
    [
      'a page id that leaves the folder',
      SHEET.replace('page: doc-1', 'page: ../x'),
      [],
      /facts-form: the page id may hold letters, digits and - only/,
    ],
    [
      'a path that collides with a reserved folder',
      SHEET.replace('deal/one', 'guides/one'),
      [],
      /which is taken/,
    ],
    [
      'two pages with the same path',
      SHEET.replace('deal/add', 'deal/one').replace('method: POST', 'method: GET'),
      [],
      /both describe \/open-api\/deal\/one/,
    ],
    ['invalid YAML', 'pages: [', [], /deals\.yaml:1:\d+ yaml-syntax/],
    ['a file that is not a fact sheet', 'a: 1', [], /deals\.yaml:1:1 facts-form: this is not a fact sheet/],
    [
      'an endpoint that the facts do not have',
      SHEET,
      ['--only', '/open-api/deal/none'],
      /no page of these facts is \/open-api\/deal\/none/,
    ],
    ['an option that does not exist', SHEET, ['--everything'], /usage:/],
    ['an option of diff', SHEET, ['--all'], /Unknown option '--all'/],
    ['an option of another command', SHEET, ['--force'], /Unknown option '--force'/],
  ])('%s', async (_name, sheet, args, want) => {
    const place = workplace();
    const { code, err } = await place.docs('import', place.write('in/deals.yaml', sheet), ...args);
    expect([code, err]).toEqual([2, expect.stringMatching(want)]);
    expect(place.files()).toEqual(['in/deals.yaml', 'openapi.yaml']);
  });

  test.each([[[]], [['import']], [['scaffold']], [['scaffold', '/a', '/b']], [['polish']]])(
    'arguments %j',
    async (args) => {
      const { code, err } = await workplace().docs(...args);
      expect([code, err]).toEqual([2, expect.stringContaining('usage: npm run docs')]);
    },
  );
});

describe('scaffold', () => {
  test('holds what the page says, and asks for what it leaves open', async () => {
    const place = workplace();
    await place.docs('import', place.write('in/deals.yaml', SHEET));
    expect((await place.docs('scaffold', '/open-api/deal/one')).code).toBe(0);
    expect(place.read('paths/deal/one.yaml')).toBe(SCAFFOLD);
  });

  test('takes the envelope, the deprecation and the example of a body from the page', async () => {
    const place = workplace();
    await place.docs('import', place.write('in/deals.yaml', SHEET));
    const { post } = parse((await place.docs('scaffold', '/open-api/deal/add', '--dry-run')).out);
    expect(post).toMatchObject({
      'x-status': 'deprecated',
      deprecated: true,
      'x-envelope': 'status',
      summary: '新增.',
    });
    expect(post.requestBody.content['application/json']).toEqual({
      schema: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 15 } } },
      example: { name: 'A' },
    });
    expect(post.responses['200'].content['application/json'].schema).toEqual({
      type: 'object',
      required: ['id'],
      properties: { id: { type: 'integer' } },
    });
    expect(place.read('paths/deal/add.yaml')).toBeUndefined();
  });

  test('overwrites a curated file only with --force', async () => {
    const place = workplace();
    await place.docs('import', place.write('in/deals.yaml', SHEET));
    place.write('paths/deal/one.yaml', 'mine\n');
    expect(await place.docs('scaffold', '/open-api/deal/one')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--force'),
    });
    expect(place.read('paths/deal/one.yaml')).toBe('mine\n');
    expect((await place.docs('scaffold', '/open-api/deal/one', '--force')).code).toBe(0);
    expect(place.read('paths/deal/one.yaml')).toBe(SCAFFOLD);
  });

  test('needs facts', async () => {
    expect(await workplace().docs('scaffold', '/open-api/deal/one')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no facts of /open-api/deal/one'),
    });
  });
});

test('as a process: the exit code, standard output and standard error', () => {
  const script = resolve(import.meta.dirname, '../../scripts/docs.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining('no command')]);
});

const SCAFFOLD = `get:
  operationId: dealOne
  tags: [deals]
  summary: Returns a deal, by id.
  x-page: {id: api-12, title: 详情, modified: 2024-03-05}
  x-seat: sales
  parameters:
    - name: id
      in: query
      required: true
      description: deal id
      # decide: example
      schema: {type: string}
    - name: limit
      in: query
      schema: {type: string, default: 30, maximum: 100}
      example: "30"
    - name: kind
      in: query
      schema:
        type: integer
        enum: [1, 2]
      example: 1
  # decide: x-safety: read | idempotent | write
  # decide: x-effect: none | delete | send, unless it is a read
  # decide: x-limit: read | write | bulk
  # decide: x-errors: a name from error-codes.yaml for each of
  #   20001 不存在 (no such deal)
  responses:
    "200":
      description: The answer.
      content:
        application/json:
          schema:
            type: object
            required: [deal]
            properties:
              deal:
                type: object
                required: [id, tags, gone]
                properties:
                  id: {type: integer}
                  state:
                    type: integer
                    x-known-values: [1, 2]
                  tags:
                    type: [array, "null"]
                    items: {type: string}
                  gone: {x-unknown: The page shows only null.}
                  odd: {x-unknown: the page names no type}
`;
