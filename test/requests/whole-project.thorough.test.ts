import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../scripts/generate/generate.ts';
import { compileFolder } from '../support/compile.ts';
import { ROOT } from '../support/foreign-client.ts';

const answers =
  "responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}";
const DOCUMENT = `${ROOT}paths:
  /access_token/get: {post: {operationId: accessTokenGet, ${answers}}}
  /shop/{id}/items:
    parameters: [{name: id, in: path, schema: {type: string}}]
    get:
      operationId: listItems
      x-safety: read
      parameters:
        - {name: id, in: query, schema: {type: integer}}
        - {name: X-Request-Id, in: header, required: true, schema: {type: string}}
        - {name: Accept, in: header, schema: {type: string}}
        - {name: sid, in: cookie, schema: {type: string}}
        - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object, properties: {min: {type: integer}}}}
      ${answers}
    put:
      operationId: putItem
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {type: string}}}}}}
      ${answers}
  /upload:
    post:
      operationId: upload
      requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}
      ${answers}
  /bytes: {put: {operationId: putBytes, requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}, ${answers}}}
  /text: {put: {operationId: putText, requestBody: {content: {text/plain: {schema: {type: string}}, text/markdown: {}}}, ${answers}}}
  /maybe: {post: {operationId: maybe, requestBody: {required: false, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: integer}}}}}}, ${answers}}}
components:
  schemas:
    File: {type: string, format: binary}
    Upload:
      type: object
      required: [file]
      properties:
        file: {$ref: '#/components/schemas/File'}
        more: {type: array, items: {$ref: '#/components/schemas/File'}}
        modern: {contentMediaType: image/png}
        n: {type: integer}
`;

/** What compiles, and what does not. */
const USAGE = `import type { ListItemsParams, MaybeParams, Methods, PutItemParams, UploadParams } from './client.ts';
import type { paths } from './schema.ts';

export const list: ListItemsParams = { id: 'a', query_id: 1, 'X-Request-Id': 'x', sid: 's', filter: { min: 1 } };
// @ts-expect-error a required header
export const noHeader: ListItemsParams = { id: 'a' };
// @ts-expect-error a path parameter is always required
export const noPath: ListItemsParams = { 'X-Request-Id': 'x' };
// @ts-expect-error the client sends this header itself
export const accept: ListItemsParams = { id: 'a', 'X-Request-Id': 'x', Accept: 'x' };
export const put: PutItemParams = { id: 'a', name: 'b' };
export const upload: UploadParams = { file: new Blob(['x']), more: [new Uint8Array(1)], modern: new ArrayBuffer(1), n: 1 };
// @ts-expect-error a file is no text
export const text: UploadParams = { file: 'x' };
export const maybe: MaybeParams[] = [{}, { body: { a: 1 } }];

export function calls({ putBytes, putText, maybe: call }: Methods) {
  // @ts-expect-error a required body
  putBytes();
  putText();
  call();
  return putBytes({ body: new Blob(['x']).stream() });
}

export const form: NonNullable<paths['/upload']['post']['requestBody']>['content']['multipart/form-data'] = {
  file: new File(['x'], 'a'),
};
`;

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weiban-project-'));
  writeFileSync(join(folder, 'doc.yaml'), DOCUMENT);
  await generate({
    root: join(folder, 'doc.yaml'),
    out: join(folder, 'generated'),
    project: process.cwd(),
    mode: 'write',
  });
  for (const name of ['src', 'package.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a method says which other media types its body may have', () => {
  const client = readFileSync(join(folder, 'generated/client.ts'), 'utf8');
  expect(client).toContain('The body is sent as text/plain; the API also takes text/markdown.');
});

test('the types of arguments take what can be sent, and nothing else', () => {
  writeFileSync(join(folder, 'generated/usage.ts'), USAGE);
  expect(compileFolder(join(folder, 'generated'))).toEqual([]);
});

describe('weiban call', () => {
  const weiban = (...words: string[]) => {
    const args = ['--import', 'tsx', 'src/cli/main.ts', 'call', ...words];
    return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  };

  test('takes arguments in every place', () => {
    const { stdout, stderr } = weiban(
      ...['listItems', '--id', 'a/b', '--query_id', '7', '--X-Request-Id', 'x', '--sid', 's'],
      ...['--filter', '{"min":1}', '--dry-run', '--json', '{}'],
    );
    expect([stderr, JSON.parse(stdout)]).toEqual([
      '',
      {
        method: 'GET',
        path: '/shop/a%2Fb/items',
        query: { id: '7', 'filter[min]': '1' },
        headers: { cookie: 'sid=s', 'x-request-id': 'x' },
      },
    ]);
  });

  test('reads files', () => {
    writeFileSync(join(folder, 'a.txt'), 'hello');
    const { stdout, stderr } = weiban('upload', '--file', '@a.txt', '--n', '1', '--dry-run');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/filename=\\"a\.txt\\".*hello.*name=\\"n\\".*1/);
    expect(weiban('upload', '--file', 'a.txt', '--dry-run').stderr).toMatch(
      /--file takes a file: write @ and its path/,
    );
    expect(weiban('upload', '--file', '@none', '--dry-run').stderr).toMatch(/none cannot be read \(ENOENT\)/);
    expect(JSON.parse(weiban('putBytes', '--body', '@a.txt', '--dry-run').stdout).body).toBe('hello');
  });

  test('may leave out a body', () => {
    expect(JSON.parse(weiban('maybe', '--dry-run').stdout)).toEqual({
      method: 'POST',
      path: '/maybe',
      query: {},
      headers: {},
    });
  });
});
