import { beforeAll, describe, expect, test } from 'vitest';
import { foreignClient, ROOT } from '../support/foreign-client.ts';

const answers =
  "responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}";
const list = '{type: array, items: {type: integer}}';
const texts = '{type: array, items: {type: string}}';
const object = '{type: object, required: [R], properties: {R: {type: integer}, G: {type: string}}}';

/** Parameters that a call writes and the sandbox reads, with a value. */
const parameters: [parameter: string, value: unknown][] = [
  ...[
    '',
    'explode: false, ',
    'style: spaceDelimited, ',
    'style: pipeDelimited, ',
    'style: deepObject, ',
  ].flatMap((style): [string, unknown][] => [
    [`{name: c, in: query, ${style}schema: ${list}}`, [1, 2]],
    [`{name: c, in: query, ${style}schema: ${list}}`, [7]],
    [`{name: c, in: query, ${style}schema: ${object}}`, { R: 1, G: 'x' }],
  ]),
  [`{name: c, in: query, explode: false, schema: ${texts}}`, ['a,b', 'c d', '+&=甲']],
  [
    '{name: c, in: query, style: deepObject, schema: {type: object, properties: {a: {type: object, properties: {b: {type: boolean}}}, d: {type: array, items: {type: object, properties: {e: {type: integer}}}}}}}',
    { a: { b: true }, d: [{ e: 1 }, { e: 2 }] },
  ],
  [
    '{name: c, in: query, content: {application/json: {schema: {type: array, items: {type: object}}}}}',
    [{ a: 1 }],
  ],
  ['{name: c, in: query, allowReserved: true, schema: {type: string}}', 'a/b&c+d#e=甲'],
  [`{name: X-C, in: header, schema: ${list}}`, [1, 2]],
  [`{name: X-C, in: header, schema: ${object}}`, { R: 1, G: 'x' }],
  [`{name: X-C, in: header, explode: true, schema: ${object}}`, { R: 1, G: 'x' }],
  ['{name: X-C, in: header, schema: {type: string}}', 'a, b=c'],
  ['{name: c, in: cookie, schema: {type: string}}', 'a;b 甲%'],
  [`{name: c, in: cookie, explode: false, schema: ${list}}`, [1, 2]],
  [`{name: c, in: cookie, schema: ${list}}`, [1, 2]],
  [`{name: c, in: cookie, schema: ${object}}`, { R: 1, G: 'x' }],
  ...['simple', 'label', 'matrix'].flatMap((style) =>
    [false, true].flatMap((explode): [string, unknown][] => {
      const start = `{name: c, in: path, required: true, style: ${style}, explode: ${explode}, schema: `;
      return [
        [`${start}{type: string}}`, 'a/b,c 甲'],
        [`${start}${list}}`, [1, 2]],
        [`${start}${object}}`, { R: 1, G: 'x' }],
      ];
    }),
  ),
  [
    '{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: integer}}}}}}',
    { a: 1, b: 'x' },
  ],
];

const form =
  '{type: object, required: [n], properties: {n: {type: integer}, tags: {type: array, items: {type: string}}, address: {type: object}, csv: {type: array, items: {type: integer}}, deep: {type: object, properties: {a: {type: integer}}}, file: {type: string, format: binary}}}';
const formValue = { n: 1, tags: ['a b', '甲'], address: { city: 'x' }, csv: [1, 2], deep: { a: 1 } };
const bodies: [content: string, params: Record<string, unknown>][] = [
  [`{application/json: {schema: ${form}}}`, formValue],
  ['{application/json: {schema: {type: array, items: {type: integer}}}}', { body: [1, 2] }],
  ['{application/vnd.a+json: {schema: {type: object, properties: {a: {type: integer}}}}}', { a: 1 }],
  [
    `{application/x-www-form-urlencoded: {schema: ${form}, encoding: {csv: {explode: false}, deep: {style: deepObject}}}}`,
    formValue,
  ],
  [`{multipart/form-data: {schema: ${form}}}`, formValue],
  ['{text/plain: {schema: {type: string}}}', { body: '甲' }],
];

let client: Awaited<ReturnType<typeof foreignClient>>;
let read: { args: object; faults: readonly object[] };

beforeAll(async () => {
  const rows = [
    ...parameters.map(([parameter], at) => {
      const path = parameter.includes('in: path') ? `/p${at}/{c}/x` : `/p${at}`;
      return `  ${path}: {get: {operationId: p_${at}, parameters: [${parameter}], ${answers}}}\n`;
    }),
    ...bodies.map(
      ([content], at) =>
        `  /b${at}: {post: {operationId: b_${at}, requestBody: {required: true, content: ${content}}, ${answers}}}\n`,
    ),
  ];
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    const { pathname, search, searchParams } = new URL(url);
    const endpoints = client.runtime.openEndpoints();
    const endpoint = endpoints.find(request.method, pathname)!;
    const asked = {
      path: pathname,
      query: searchParams,
      search: search.slice(1),
      headers: request.headers,
      ...(await client.runtime.readContent(request)),
    };
    read = client.runtime.checkRequest(endpoint, asked, endpoints);
    return Response.json({ errcode: 0 });
  };
  client = await foreignClient(`${ROOT}paths:\n${rows.join('')}`, 'https://shop.test', { fetch });
});

describe('the sandbox reads what the client writes', () => {
  for (const [at, [parameter, value]] of parameters.entries()) {
    test(`${at} ${parameter}`, async () => {
      const name = /name: ([\w-]+)/.exec(parameter)![1]!;
      await client.call(`p${at}`, { [name]: value });
      expect(read).toEqual({ args: { [name]: value }, faults: [] });
    });
  }

  for (const [at, [content, params]] of bodies.entries()) {
    test(`${at} ${content}`, async () => {
      await client.call(`b${at}`, params);
      expect(read).toEqual({ args: params, faults: [] });
    });
  }

  test('a file', async () => {
    await client.call('b4', { n: 1, file: new File(['x'], 'a.png', { type: 'image/png' }) });
    expect(read.faults).toEqual([]);
    const { file } = read.args as { file: File };
    expect([file.name, file.type, await file.text()]).toEqual(['a.png', 'image/png', 'x']);
  });
});

test('the sandbox tells what is wrong', async () => {
  await client.call('b4', { n: 'x' });
  expect(read.faults).toEqual([expect.objectContaining({ at: 'n', kind: 'type' })]);
  await client.client.fetch('/b4', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(read.faults).toEqual([{ at: 'body', kind: 'type', wants: 'multipart/form-data' }]);
  await client.client.fetch('/p0?c=x');
  expect(read.faults).toEqual([expect.objectContaining({ at: 'c.0', kind: 'type' })]);
});
