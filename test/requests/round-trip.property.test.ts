import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { foreignClient, ROOT } from '../support/foreign-client.ts';
import { runs } from '../support/runs.ts';

const answers =
  "responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}";
const list = '{type: array, items: {type: string}}';
const object =
  '{type: object, additionalProperties: {type: string}, properties: {a: {type: string}, b: {type: string}}}';

/** A parameter or a body, and whether it may hold any text: the other styles refuse a text with their separator. */
const operations: [id: string, what: string, isAny: boolean][] = [
  ['form', `parameters: [{name: c, in: query, explode: false, schema: ${list}}]`, true],
  ['pairs', `parameters: [{name: c, in: query, schema: ${list}}]`, true],
  ['deep', `parameters: [{name: c, in: query, style: deepObject, schema: ${list}}]`, true],
  ['space', `parameters: [{name: c, in: query, style: spaceDelimited, schema: ${list}}]`, false],
  ['pipe', `parameters: [{name: c, in: query, style: pipeDelimited, schema: ${list}}]`, false],
  ['path', `parameters: [{name: c, in: path, required: true, schema: ${list}}]`, true],
  [
    'label',
    `parameters: [{name: c, in: path, required: true, style: label, explode: true, schema: ${list}}]`,
    false,
  ],
  [
    'matrix',
    `parameters: [{name: c, in: path, required: true, style: matrix, explode: true, schema: ${list}}]`,
    true,
  ],
  ['cookie', `parameters: [{name: c, in: cookie, explode: false, schema: ${list}}]`, true],
  ['header', `parameters: [{name: c, in: header, schema: ${list}}]`, false],
  [
    'urlencoded',
    `requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {c: ${list}}}}}}`,
    true,
  ],
  [
    'multipart',
    `requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {c: ${list}}}}}}`,
    true,
  ],
];
const objects: [id: string, what: string][] = [
  ['formObject', `parameters: [{name: c, in: query, explode: false, schema: ${object}}]`],
  ['deepObject', `parameters: [{name: c, in: query, style: deepObject, schema: ${object}}]`],
  ['pathObject', `parameters: [{name: c, in: path, required: true, schema: ${object}}]`],
];

let client: Awaited<ReturnType<typeof foreignClient>>;
let read: { args: object; faults: readonly object[] } | undefined;

beforeAll(async () => {
  const rows = [...operations, ...objects].map(([id, what]) => {
    const method = what.startsWith('requestBody') ? 'post' : 'get';
    const path = what.includes('in: path') ? `/${id}/{c}/x` : `/${id}`;
    return `  ${path}: {${method}: {operationId: ${id}, ${what}, ${answers}}}\n`;
  });
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    const { pathname: path, search, searchParams: query } = new URL(url);
    const endpoints = client.runtime.openEndpoints();
    const content = await client.runtime.readContent(request);
    const asked = { path, query, search: search.slice(1), headers: request.headers, ...content };
    read = client.runtime.checkRequest(endpoints.find(request.method, path)!, asked, endpoints);
    return Response.json({ errcode: 0 });
  };
  client = await foreignClient(`${ROOT}paths:\n${rows.join('')}`, 'https://shop.test', { fetch });
});

// The parameter's own name, and signs that separate, are the likeliest to be read as something else.
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('c', '=', ',', ';', '.', '&', '+', ' ', '%', '|', '[', ']'),
    minLength: 1,
    maxLength: 4,
  }),
);

/** Calls, and expects the sandbox to read the same value, or a refusal before anything is sent. */
async function expectSame(id: string, value: unknown, isAny: boolean) {
  read = undefined;
  const refused = await client.call(id, { c: value }).then(
    () => undefined,
    (error: { kind?: string }) => error,
  );
  if (read) expect(read).toEqual({ args: { c: value }, faults: [] });
  else expect(refused).toMatchObject({ kind: 'config' });
  if (isAny) expect(refused).toBeUndefined();
}

test.each(operations)('a list of any texts arrives: %s', async (id, _, isAny) => {
  // A path of nothing but dots is another path.
  const items = fc.array(id === 'path' ? text.filter((item) => !/^\.+$/.test(item)) : text, {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(items, (value) => expectSame(id, value, isAny)),
    { numRuns: runs(40, 2000) },
  );
});

test.each(objects)('an object of any texts arrives: %s', async (id) => {
  await fc.assert(
    fc.asyncProperty(fc.record({ a: text, b: text }), (value) => expectSame(id, value, true)),
    { numRuns: runs(40, 2000) },
  );
});
