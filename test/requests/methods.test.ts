import { METHODS } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operationRow } from '../../scripts/generate/emit-operations.ts';
import { closedDocument } from '../../scripts/spec/bundle.ts';
import { foreignClient, foreignModel, ROOT } from '../support/foreign-client.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';

const answers =
  "responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}";
const body =
  'requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}';
const DOCUMENT = `${ROOT.replace('3.1.0', '3.2.0')}paths:
  /a:
    put: {operationId: put, ${body}, ${answers}}
    patch: {operationId: patch, ${body}, ${answers}}
    delete: {operationId: remove, parameters: [{name: id, in: query, schema: {type: string}}], ${answers}}
    options: {operationId: options, ${answers}}
    query: {operationId: query, ${body}, ${answers}}
    head: {operationId: head, x-safety: read, parameters: [{name: id, in: query, schema: {type: string}}], responses: {'200': {description: ok}}}
    trace: {operationId: trace, responses: {'200': {description: ok}}}
    additionalOperations:
      COPY: {operationId: copy, ${body}, ${answers}}
      LINK: {operationId: link, parameters: [{name: to, in: query, schema: {type: string}}], ${answers}}
`;

let server: RecordingServer;
let client: Awaited<ReturnType<typeof foreignClient>>;

beforeAll(async () => {
  server = await startRecordingServer();
  client = await foreignClient(DOCUMENT, server.url, { retry: false });
});
afterAll(() => server.close());

const calls: [id: string, params: object | undefined, method: string, url: string, text: string][] = [
  ['put', { a: 1 }, 'PUT', '/a', '{"a":1}'],
  ['patch', { a: 1 }, 'PATCH', '/a', '{"a":1}'],
  ['remove', { id: 'x' }, 'DELETE', '/a?id=x', ''],
  ['options', undefined, 'OPTIONS', '/a', ''],
  ['query', { a: 1 }, 'QUERY', '/a', '{"a":1}'],
  ['head', { id: 'x' }, 'HEAD', '/a?id=x', ''],
  ['copy', { a: 1 }, 'COPY', '/a', '{"a":1}'],
  ['link', { to: 'b' }, 'LINK', '/a?to=b', ''],
];

test.each(calls)('%s reaches the server', async (id, params, method, url, text) => {
  // Node 20 has no server that knows QUERY.
  if (!METHODS.includes(method)) return;
  // The answer to HEAD has no body, which is not what this test is about.
  await client
    .call(id, params)
    .catch((error: unknown) => expect([id, String(error)]).toEqual(['head', expect.any(String)]));
  expect(server.take()).toMatchObject([{ method, url, text }]);
});

test('a method that fetch refuses is left out with a warning', () => {
  const { model, warnings } = foreignModel(DOCUMENT);
  expect(model.operations.map(({ id }) => id)).not.toContain('trace');
  expect(warnings).toEqual([
    expect.stringMatching(/^TRACE \/a is left out: fetch, which sends the requests/),
  ]);
  const { trace, put } = closedDocument(model).paths['/a'] ?? {};
  expect([trace, put?.operationId]).toEqual([undefined, 'put']);
});

test('the body of a GET is left out with a warning', () => {
  const { model, warnings } = foreignModel(
    `${ROOT}paths:\n  /a: {get: {operationId: a, ${body}, ${answers}}}\n`,
  );
  expect(operationRow(model, model.operations[0]!)).toBe('GET /a ww a=none f=');
  expect(warnings).toEqual([expect.stringMatching(/^GET \/a has a body, which fetch refuses to send/)]);
});

test.each([
  ['{name: b, in: path, required: true, schema: {type: string}}', /"b", which its path does not have/],
  ['{name: b, in: header, style: form, schema: {type: string}}', /header parameter "b" the style "form"/],
])('the parameter %s is odd, and told', (parameter, want) => {
  const { warnings } = foreignModel(
    `${ROOT}paths:\n  /a: {get: {operationId: a, parameters: [${parameter}], ${answers}}}\n`,
  );
  expect(warnings).toEqual([expect.stringMatching(want)]);
});
