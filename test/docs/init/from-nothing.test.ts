import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { isObject } from '../../../scripts/spec/openapi.ts';
import { runCommand } from '../../support/run-command.ts';
import { answer, json, SITE, type SitePage, sitePage } from '../site-pages.ts';

/** An empty folder with captured pages beside it, and the commands that begin a specification there. */
function beginning(pages: readonly SitePage[] = SITE) {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-init-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const spec = join(folder, 'spec');
  mkdirSync(join(folder, 'pages'));
  for (const page of pages) writeFileSync(join(folder, 'pages', `${page.id}e0.md`), sitePage(page));
  const docs = (...args: string[]) => runCommand(runDocs, args);
  return {
    folder,
    spec,
    docs,
    read: (file: string): unknown => parse(readFileSync(join(spec, file), 'utf8')),
    begin: async () => {
      await docs('init', spec, '--title', 'Shop');
      const imported = await docs('import', join(folder, 'pages'), '--spec', spec);
      const scaffolded = await docs('scaffold', '--all', '--spec', spec);
      return { imported, scaffolded };
    },
  };
}

test('init begins a specification in an empty folder, and overwrites nothing', async () => {
  const { docs, spec, folder, read } = beginning();
  expect(await docs('init', spec, '--title', 'Shop', '--server', 'https://s.example.com/')).toMatchObject({
    code: 0,
  });
  expect(read('openapi.yaml')).toEqual({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '0.1.0' },
    servers: [{ url: 'https://s.example.com' }],
    paths: {},
  });
  const written = readFileSync(join(spec, 'openapi.yaml'), 'utf8');
  const again = await docs('init', spec, '--title', 'Other');
  expect(again).toMatchObject({
    code: 0,
    out: expect.stringContaining('is a specification already; nothing was written'),
  });
  expect(readFileSync(join(spec, 'openapi.yaml'), 'utf8')).toBe(written);
  const occupied = await docs('init', folder);
  expect(occupied).toMatchObject({
    code: 2,
    err: expect.stringMatching(/is not empty \(pages\)[\s\S]*name a new or empty folder/),
  });
  expect(existsSync(join(folder, 'openapi.yaml'))).toBe(false);
});

test.each([
  [['init'], 'init needs one folder'],
  [['init', 'a', 'b'], 'init needs one folder'],
  [['init', 'a', '--server', 'shop'], '--server takes an http address'],
  [['init', 'a', '--base-path', 'open/'], '--base-path takes a path'],
  [['scaffold', '--all', '/a'], 'scaffold needs one path, or --all'],
  [['scaffold', '--all', '--force'], '--force overwrites one file'],
])('%j is refused', async (args, message) => {
  const { code, err } = await runCommand(runDocs, args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test('pages of a whole site become facts, and lose nothing on the way', async () => {
  const { begin, read } = beginning();
  const { imported } = await begin();
  expect(imported.code).toBe(0);
  expect(imported.out).toMatch(/6 pages \(5 curated, 1 duplicate\)/);
  expect(imported.out).toContain('api-6 (上传图片(旧)) describes POST /images:upload like api-5 (上传图片)');
  expect(read('docs/orders.yaml')).toMatchObject({
    category: '订单',
    slug: 'ding-dan',
    method: 'GET',
    path: '/orders',
    query: [{ name: 'page', type: 'integer', default: 1, example: 1 }],
    headers: [{ name: 'X-Shop', type: 'string', required: true, example: 's-1' }],
    cookies: [{ name: 'lang', type: 'string', enum: ['zh', 'en'] }],
    response: {
      content_type: 'application/json',
      type: 'array<object>',
      fields: [
        { name: 'id', type: 'integer', format: 'int64', required: true },
        { name: 'paid_at', type: 'string|null', format: 'date-time' },
        { name: 'labels', values: { type: 'integer' } },
        {
          name: 'buyer',
          fields: [{ name: 'phone' }, { name: 'mail', pattern: '@' }],
          one_of: [
            { type: 'object', fields: [{ name: 'phone', required: true }] },
            { type: 'object', fields: [{ name: 'mail', required: true }] },
          ],
        },
      ],
    },
    other_responses: { 404: { fields: [{ name: 'reason', type: 'string' }] } },
    security: [['bearer']],
    complete: true,
  });
  expect(read('docs/orders.yaml')).not.toHaveProperty('body');
  expect(read('docs/orders.post.yaml')).toMatchObject({
    response_status: '201',
    body: { example: { sku: 'a', mobile: '13000000000' }, examples: [{ sku: 'b' }] },
  });
  expect(read('docs/orders/{id}.yaml')).toMatchObject({
    method: 'PUT',
    path_parameters: [{ name: 'id', type: 'integer', required: true, example: 7 }],
    body: { required: false, example: { note: 'n' } },
  });
  expect(read('docs/images%3Aupload.yaml')).toMatchObject({
    body: {
      content_type: 'multipart/form-data',
      fields: [{ name: 'file', type: 'string', format: 'binary', required: true }, { name: 'name' }],
    },
  });
});

test('the root gets tags, servers and security, and each endpoint an operation', async () => {
  const { begin, read, docs, spec } = beginning();
  const { scaffolded } = await begin();
  expect(scaffolded.out).toContain('5 operations in 3 files written');
  expect(read('openapi.yaml')).toMatchObject({
    servers: [{ url: 'https://shop.example.com' }],
    security: [{ bearer: [] }],
    tags: [
      { name: 'ding-dan', 'x-title': '订单' },
      { name: 'tu-pian', 'x-title': '图片' },
    ],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/images:upload': { $ref: 'paths/images%3Aupload.yaml' },
      '/orders': { $ref: 'paths/orders.yaml' },
      '/orders/{id}': { $ref: 'paths/orders/{id}.yaml' },
    },
  });
  const orders = read('paths/orders.yaml');
  expect(orders).toMatchObject({
    get: {
      operationId: 'ordersGet',
      parameters: [
        { name: 'page', in: 'query', schema: { type: 'integer', default: 1 } },
        { name: 'X-Shop', in: 'header', required: true },
        { name: 'lang', in: 'cookie', schema: { enum: ['zh', 'en'] } },
      ],
      responses: {
        200: {
          content: json({
            type: 'array',
            items: {
              required: ['id'],
              properties: {
                labels: { additionalProperties: { type: 'integer' } },
                buyer: { oneOf: [{ required: ['phone'] }, { required: ['mail'] }] },
              },
            },
          }),
        },
        404: { content: json({ properties: { reason: { type: 'string' } } }) },
      },
    },
    post: {
      operationId: 'ordersPost',
      responses: { 201: { content: json({ properties: { id: { format: 'int64' } } }) } },
    },
  });
  expect(isObject(orders) && isObject(orders.get) && orders.get).not.toHaveProperty('requestBody');
  expect(read('paths/orders/{id}.yaml')).toMatchObject({
    put: { requestBody: { required: false } },
    delete: { responses: { 204: { description: expect.any(String) } }, security: [] },
  });
  const before = readFileSync(join(spec, 'openapi.yaml'), 'utf8');
  expect((await docs('scaffold', '--all', '--spec', spec)).out).toContain(
    '0 operations in 0 files written, 5 were there already',
  );
  expect(readFileSync(join(spec, 'openapi.yaml'), 'utf8')).toBe(before);
});

test('pages that the facts know already stay, and a further page joins its category', async () => {
  const { begin, docs, folder, spec, read } = beginning();
  await begin();
  const more: SitePage = { id: 9, title: '退款', folder: '交易/订单', method: 'post', path: '/refunds' };
  writeFileSync(join(folder, 'pages/9e0.md'), sitePage(more));
  const before = read('docs/orders.yaml');
  const { out } = await docs('import', join(folder, 'pages'), '--spec', spec);
  expect(out).toContain('6 pages are in the facts already and stay');
  expect(out).toMatch(/1 pages \(1 curated\)/);
  expect(read('docs/orders.yaml')).toEqual(before);
  expect(read('docs/refunds.yaml')).toMatchObject({ category: '订单', slug: 'ding-dan' });
});

test('a site that was imported does not count as changed, its further pages included', async () => {
  const { begin, docs, folder, spec } = beginning();
  await begin();
  const pages = join(folder, 'pages');
  const diff = await docs('diff', pages, '--all', '--spec', spec);
  expect(diff).toMatchObject({
    code: 0,
    out: expect.stringContaining('6 pages: 6 unchanged, 0 changed, 0 new, 0 gone; 0 partly read'),
  });
  const applied = await docs('apply', pages, '--all', '--spec', spec);
  expect(applied.out).not.toContain('page-');
  const further: SitePage = { id: 9, title: '上传图片(新)', method: 'post', path: '/images:upload' };
  writeFileSync(join(pages, '9e0.md'), sitePage(further));
  const { code, out } = await docs('apply', pages, '--all', '--spec', spec);
  expect(code).toBe(1);
  expect(out).toMatch(
    /9e0\.md:1:1 page-new: the page api-9 \(上传图片\(新\)\) is new and describes POST \/images:upload like api-\d[\s\S]*docs -- import/,
  );
});

test('a page that cannot be taken is named, and stops no other', async () => {
  const odd: SitePage = { id: 8, title: '怪', method: 'get', path: '/odd//path' };
  const { begin, spec } = beginning([...SITE.slice(0, 2), odd]);
  const { imported } = await begin();
  expect(imported.code).toBe(1);
  expect(imported.out).toMatch(
    /1 could not be taken:\n.*8e0\.md:1:1 facts-form: GET \/odd\/\/path \(怪, api-8\): "\/odd\/\/path" is not a path/,
  );
  expect(readdirSync(join(spec, 'docs')).sort()).toEqual([
    'headings.yaml',
    'orders.post.yaml',
    'orders.yaml',
    'pages.yaml',
  ]);
});

test.each([
  ['https://pay.example.com/v1/pay', '/v1/pay', 'https://pay.example.com'],
  ['{{host}}/v1/pay', '/v1/pay', 'https://shop.example.com'],
  ['v1/pay', '/v1/pay', 'https://shop.example.com'],
  ['/v1/pay?action=query', '/v1/pay', 'https://shop.example.com'],
])('the path %s is %s at %s', async (written, path, url) => {
  const { begin, read } = beginning([{ id: 1, title: '付', method: 'get', path: written }]);
  const { imported } = await begin();
  expect(imported.code).toBe(0);
  expect(imported.out.includes('the query "action=query" in the path is not taken over')).toBe(
    written.includes('?'),
  );
  expect(read('docs/v1/pay.yaml')).toMatchObject({ path });
  expect(read('openapi.yaml')).toMatchObject({ servers: [{ url }] });
});

test('words that are no types of JSON Schema are read as what they mean, or told', async () => {
  const properties = { a: { type: 'file' }, b: { type: 'long' }, c: { type: 'dictionary' } };
  const page: SitePage = {
    id: 1,
    title: '型',
    method: 'get',
    path: '/types',
    operation: { responses: answer(properties) },
  };
  const { begin, read } = beginning([page]);
  const { imported } = await begin();
  expect(imported.out).toContain('the type "dictionary" is not taken over');
  expect(read('docs/types.yaml')).toMatchObject({
    response: {
      fields: [
        { name: 'a', type: 'string', format: 'binary' },
        { name: 'b', type: 'integer' },
        { name: 'c', type: 'unknown' },
      ],
    },
  });
});

const schemes: [name: string, parts: Partial<SitePage>, security: unknown, found: unknown][] = [
  [
    'a key in a header',
    { operation: { parameters: [{ name: 'X-Token', in: 'header', required: true, example: '{{token}}' }] } },
    [{ 'X-Token': [] }],
    { 'X-Token': { type: 'apiKey', in: 'header', name: 'X-Token' } },
  ],
  [
    'two keys together',
    {
      operation: {
        parameters: [
          { name: 'sign', in: 'query', required: true, example: '{{sign}}' },
          { name: 'app_key', in: 'query', required: true, schema: { default: '{{key}}' } },
        ],
      },
    },
    [{ app_key: [], sign: [] }],
    {
      sign: { type: 'apiKey', in: 'query', name: 'sign' },
      app_key: { type: 'apiKey', in: 'query', name: 'app_key' },
    },
  ],
  [
    "Apifox's own types",
    {
      document: {
        components: {
          securitySchemes: { 登录: { type: 'jwt' }, key: { type: 'apikey', in: 'header', name: 'k' } },
        },
        security: [{ 登录: [] }, { key: [] }],
      },
    },
    [{ _: [] }, { key: [] }],
    { _: { type: 'http', scheme: 'bearer' }, key: { type: 'apiKey', in: 'header', name: 'k' } },
  ],
];

test.each(schemes)('security of the pages: %s', async (_, parts, security, found) => {
  const { begin, read } = beginning([{ id: 1, title: '查', method: 'get', path: '/one', ...parts }]);
  await begin();
  expect(read('openapi.yaml')).toMatchObject({ security, components: { securitySchemes: found } });
  expect(read('docs/one.yaml')).not.toHaveProperty('headers');
  expect(read('docs/one.yaml')).not.toHaveProperty('query');
});

test('a copied page of which only one answer is there is taken, and the import says what is not', async () => {
  const { begin, docs, folder, spec, read } = beginning(SITE.slice(0, 1));
  await begin();
  const copy = [
    '退款\nPOST\n/refunds\n请求参数\n返回响应\n成功(200)\n没有(404)\n数据结构\nid\nstring',
    '示例\n{"id": "x"}\n修改于 2026-01-02 03:04:05\n',
  ].join('\n');
  writeFileSync(join(folder, 'copy.txt'), copy);
  const { code, out } = await docs('import', join(folder, 'copy.txt'), '--spec', spec);
  expect([code, out]).toEqual([
    0,
    expect.stringContaining(
      'POST /refunds (退款) is read without the answer 404: its facts say complete: false',
    ),
  ]);
  expect(read('docs/refunds.yaml')).toMatchObject({ complete: false, missing: 'the answer 404' });
});

test('a folder without a page is refused, and a taken page says what comes next', async () => {
  const { docs, folder, spec, begin } = beginning(SITE.slice(0, 1));
  const { imported } = await begin();
  expect(imported.out).toContain('next: npm run docs -- scaffold --all');
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'empty/guide.md'), '# 说明\n');
  expect(await docs('import', join(folder, 'empty'), '--spec', spec)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/empty.*: there is no page of an endpoint in it[\s\S]*docs -- pull/),
  });
});

test('an incomplete sheet replaces complete facts only when told to', async () => {
  const { begin, docs, folder, spec, read } = beginning(SITE.slice(0, 1));
  await begin();
  const sheet = join(folder, 'sheet.yaml');
  writeFileSync(
    sheet,
    'category: 订单\nslug: ding-dan\npages:\n  - {page: api-1, title: 订单列表, kind: endpoint, method: GET, path: /orders, query: [], complete: false}\n',
  );
  const kept = await docs('import', sheet, '--spec', spec);
  expect(kept.out).toMatch(
    /kept: the facts of GET \/orders \(订单列表, api-1\) are complete[\s\S]*--replace/,
  );
  expect(read('docs/orders.yaml')).toHaveProperty('headers');
  const replaced = await docs('import', sheet, '--replace', '--spec', spec);
  expect(replaced.out).not.toContain('kept:');
  expect(read('docs/orders.yaml')).not.toHaveProperty('headers');
});
