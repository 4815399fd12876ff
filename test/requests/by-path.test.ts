import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foreignClient, ROOT } from '../support/foreign-client.ts';
import { rejectionOf } from '../support/over-server.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';

const answers =
  "responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}";
const DOCUMENT = `${ROOT}paths:
  /shop/{id}/items:
    get:
      operationId: listItems
      x-safety: read
      parameters:
        - {name: id, in: path, required: true, style: matrix, schema: {type: array, items: {type: string}}}
        - {name: id, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object}}
        - {name: fields, in: query, content: {application/json: {schema: {type: array}}}}
        - {name: X-Ids, in: header, schema: {type: array, items: {type: string}}}
        - {name: sid, in: cookie, schema: {type: string}}
      ${answers}
  /plain/{id}:
    put:
      operationId: putPlain
      x-safety: idempotent
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
      ${answers}
  /plain/special: {get: {operationId: special, ${answers}}}
  /upload:
    post:
      operationId: upload
      requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}, meta: {type: object}}}}}}
      ${answers}
  /form:
    post:
      operationId: form
      requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {tags: {type: array, items: {type: string}}}}, encoding: {tags: {explode: false}}}}}
      ${answers}
  /bytes: {put: {operationId: putBytes, requestBody: {required: true, content: {application/octet-stream: {}}}, ${answers}}}
  /merge: {patch: {operationId: merge, requestBody: {required: true, content: {application/merge-patch+json: {schema: {type: object, properties: {a: {type: integer}}}}}}, ${answers}}}
  /gone: {delete: {operationId: gone, requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}, ${answers}}}
`;
const bytes = new Uint8Array([0xff, 0x00, 0x80]);

let server: RecordingServer;
let client: Awaited<ReturnType<typeof foreignClient>>['client'];
const operations: string[] = [];

beforeAll(async () => {
  server = await startRecordingServer();
  const hooks = { onRequest: ({ operation }: { operation: string }) => void operations.push(operation) };
  ({ client } = await foreignClient(DOCUMENT, server.url, { hooks }));
});
afterAll(() => server.close());

async function send(method: string, path: string, init?: object) {
  operations.length = 0;
  const { error } = (await client.http[method]!(path, init)) as { error?: unknown };
  expect(error).toBeUndefined();
  const [arrived] = server.take();
  return { ...arrived!, type: arrived!.headers['content-type'], operations: [...operations] };
}

describe('weiban.http', () => {
  test('writes every parameter as its operation says', async () => {
    const got = await send('GET', '/shop/{id}/items', {
      params: {
        path: { id: ['a/b', 'c'] },
        query: { id: ['x', 'y'], filter: { min: 1 }, fields: ['a'], other: [1, 2] },
        header: { 'X-Ids': ['1', '2'] },
        cookie: { sid: 'a;b' },
      },
    });
    expect(got.url).toBe(
      '/shop/;id=a%2Fb,c/items?id=x%7Cy&filter%5Bmin%5D=1&fields=%5B%22a%22%5D&other=1&other=2',
    );
    expect(got.headers).toMatchObject({ 'x-ids': '1,2', cookie: 'sid=a%3Bb' });
    expect(got.operations).toEqual(['listItems']);
  });

  test('knows the operation behind a path with arguments', async () => {
    const got = await send('PUT', '/plain/{id}', { params: { path: { id: 'x y' } }, body: { a: 1 } });
    expect(got).toMatchObject({
      url: '/plain/x%20y',
      text: '{"a":1}',
      type: 'application/json',
      operations: ['putPlain'],
    });
    expect(await send('GET', '/plain/special')).toMatchObject({ operations: ['special'] });
  });

  test('refuses dots in a path', async () => {
    const call = client.http.PUT!('/plain/{id}', { params: { path: { id: '..' } }, body: { a: 1 } });
    expect(await rejectionOf(call)).toMatchObject({ kind: 'config', operation: 'putPlain' });
    expect(server.take()).toEqual([]);
  });

  test('refuses TRACE, which fetch does not send', async () => {
    const call = client.http.TRACE!('/plain/{id}', { params: { path: { id: 'x' } } });
    expect(await rejectionOf(call)).toMatchObject({
      kind: 'config',
      message: expect.stringContaining('fetch'),
    });
    expect(server.take()).toEqual([]);
  });

  test('sends a form with a file from an object, and one that the caller made', async () => {
    const made = new FormData();
    made.set('file', new File([bytes], 'a.png'));
    for (const body of [{ file: new File([bytes], 'a.png'), meta: { a: 1 } }, made]) {
      const got = await send('POST', '/upload', { body });
      const form = await new Response(got.bytes, {
        headers: { 'content-type': String(got.type) },
      }).formData();
      const file = form.get('file') as File;
      expect([file.name, new Uint8Array(await file.arrayBuffer())]).toEqual(['a.png', bytes]);
    }
  });

  const bodies: [method: string, path: string, body: unknown, type: string | undefined, text: string][] = [
    ['POST', '/form', { tags: ['a', 'b'] }, 'application/x-www-form-urlencoded', 'tags=a,b'],
    ['POST', '/form', new URLSearchParams({ tags: 'a' }), 'application/x-www-form-urlencoded', 'tags=a'],
    ['PUT', '/bytes', new Blob(['x']), 'application/octet-stream', 'x'],
    ['PATCH', '/merge', { a: 1 }, 'application/merge-patch+json', '{"a":1}'],
    ['DELETE', '/gone', { why: 'x' }, 'application/json', '{"why":"x"}'],
    ['DELETE', '/gone', undefined, undefined, ''],
  ];

  test.each(bodies)('%s %s sends its media type', async (method, path, body, type, text) => {
    expect(await send(method, path, { body })).toMatchObject({ type, text });
  });

  test('leaves a body that the caller serialized alone', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    expect(
      await send('PUT', '/bytes', { body: 'x', bodySerializer: (body: string) => `<${body}>`, headers }),
    ).toMatchObject({
      text: '<x>',
      type: 'application/octet-stream',
    });
  });
});

test('weiban.fetch knows the operation behind a path with arguments', async () => {
  operations.length = 0;
  await client.fetch('/plain/7', { method: 'PUT', body: '{}' });
  expect(operations).toEqual(['putPlain']);
  expect(server.take()).toHaveLength(1);
});
