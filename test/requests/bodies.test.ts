import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foreignClient, ROOT } from '../support/foreign-client.ts';
import { rejectionOf } from '../support/over-server.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';

const answers =
  "responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}";
/** The request body of each operation, by its id. */
const BODIES = {
  vendor:
    '{required: true, content: {application/vnd.shop+json: {schema: {type: object, properties: {a: {type: integer}}}}}}',
  behind:
    '{required: true, content: {application/xml: {schema: {type: string}}, application/json: {schema: {type: object, properties: {n: {type: integer}}}}}}',
  undeclared:
    '{required: true, content: {application/json: {schema: {type: object, required: [a, b], properties: {a: {type: integer}}}}}}',
  list: '{required: true, content: {application/json: {schema: {type: array, items: {type: integer}}}}}',
  scalar: '{required: true, content: {application/json: {schema: {type: string}}}}',
  maybe: '{content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}',
  maybeWhole:
    '{required: false, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: integer}}}}}}',
  open: '{required: true, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}, additionalProperties: {type: string}}}}}',
  composed:
    '{required: true, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}, allOf: [{properties: {b: {type: integer}}}]}}}}',
  upload:
    '{required: true, content: {multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, files: {type: array, items: {type: string, format: binary}}, n: {type: integer}, tags: {type: array, items: {type: string}}, meta: {type: object}, note: {type: string}}, additionalProperties: true}, encoding: {note: {contentType: text/markdown}, files: {contentType: image/png}}}}}',
  form: '{required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {n: {type: integer}, tags: {type: array, items: {type: string}}, address: {type: object}, csv: {type: array, items: {type: string}}, deep: {type: object}}, additionalProperties: true}, encoding: {csv: {explode: false}, deep: {style: deepObject, explode: true}}}}}',
  wholeForm:
    '{required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, additionalProperties: {type: string}}}}}',
  bytes: '{required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}',
  image: "{required: true, content: {'image/*': {schema: {type: string, format: binary}}}}",
  text: '{required: true, content: {text/plain: {schema: {type: string}}}}',
  csv: '{required: true, content: {text/csv: {}}}',
  xml: '{required: true, content: {application/xml: {schema: {type: object}}}}',
  anything: "{required: true, content: {'*/*': {schema: {type: object, properties: {a: {type: integer}}}}}}",
  related: '{required: true, content: {multipart/related: {}}}',
} as const;

let server: RecordingServer;
let client: Awaited<ReturnType<typeof foreignClient>>;

beforeAll(async () => {
  server = await startRecordingServer();
  const rows = Object.entries(BODIES).map(
    ([id, body]) => `  /${id}: {post: {operationId: ${id}, requestBody: ${body}, ${answers}}}\n`,
  );
  const upload = `  /upload/{id}:\n    put:\n      operationId: uploadAt\n      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: file, in: query, schema: {type: string}}]\n      requestBody: ${BODIES.upload}\n      ${answers}\n`;
  client = await foreignClient(`${ROOT}paths:\n${rows.join('')}${upload}`, server.url);
});
afterAll(() => server.close());

async function send(id: string, params?: object) {
  await client.call(id, params);
  const [arrived] = server.take();
  const { url, text, bytes, headers } = arrived!;
  return { url, text, bytes, type: headers['content-type'] };
}

/** The parts of a form, as the platform reads them. */
async function formOf({ bytes, type }: { bytes: Uint8Array<ArrayBuffer>; type: unknown }) {
  return new Response(bytes, { headers: { 'content-type': String(type) } }).formData();
}

const plain: [
  name: string,
  id: keyof typeof BODIES,
  params: object | undefined,
  type: unknown,
  text: string,
][] = [
  ['a vendor type of JSON', 'vendor', { a: 1 }, 'application/vnd.shop+json', '{"a":1}'],
  ['JSON behind XML', 'behind', { n: 1 }, 'application/json', '{"n":1}'],
  [
    'a required field without a schema',
    'undeclared',
    { a: 1, b: [2] },
    'application/json',
    '{"a":1,"b":[2]}',
  ],
  ['a list', 'list', { body: [1, 2] }, 'application/json', '[1,2]'],
  ['a text in JSON', 'scalar', { body: 'x' }, 'application/json', '"x"'],
  ['a body that may be left out', 'maybe', undefined, undefined, ''],
  ['a body that may be left out, and is there', 'maybe', { a: 1 }, 'application/json', '{"a":1}'],
  ['a whole body that may be left out', 'maybeWhole', {}, undefined, ''],
  [
    'a whole body that may be left out, and is there',
    'maybeWhole',
    { body: { a: 1 } },
    'application/json',
    '{"a":1}',
  ],
  [
    'an object with typed further fields',
    'open',
    { body: { a: 1, b: 'x' } },
    'application/json',
    '{"a":1,"b":"x"}',
  ],
  ['a composed object', 'composed', { a: 1, b: 2 }, 'application/json', '{"a":1,"b":2}'],
  ['JSON for any type', 'anything', { a: 1 }, 'application/json', '{"a":1}'],
  [
    'a form',
    'form',
    {
      n: 1,
      tags: ['a b', '甲'],
      address: { city: 'x' },
      csv: ['a', 'b,c'],
      deep: { a: { b: 1 } },
      more: '&',
      none: null,
    },
    'application/x-www-form-urlencoded',
    'n=1&tags=a%20b&tags=%E7%94%B2&address=%7B%22city%22%3A%22x%22%7D&csv=a,b%2Cc&deep%5Ba%5D%5Bb%5D=1&more=%26',
  ],
  ['a form of any fields', 'wholeForm', { body: { a: '1' } }, 'application/x-www-form-urlencoded', 'a=1'],
  ['plain text', 'text', { body: 'abc' }, 'text/plain', 'abc'],
  ['Chinese text', 'text', { body: '甲' }, 'text/plain; charset=utf-8', '甲'],
  ['CSV', 'csv', { body: 'a,b' }, 'text/csv', 'a,b'],
  ['XML', 'xml', { body: '<a/>' }, 'application/xml', '<a/>'],
  ['a file as text', 'csv', { body: new Blob(['a,b']) }, 'text/csv', 'a,b'],
];

test.each(plain)('%s', async (_, id, params, type, text) => {
  expect(await send(id, params)).toMatchObject({ type, text });
});

const bytes = new Uint8Array([0xff, 0x00, 0x80, 0x0a]);
const stream = () => new Blob([bytes]).stream();
const binary: [name: string, value: () => unknown][] = [
  ['a typed array', () => bytes],
  ['a part of a buffer', () => new Uint8Array([1, ...bytes, 2]).subarray(1, 5)],
  ['a buffer', () => bytes.buffer],
  ['a buffer of Node', () => Buffer.from(bytes)],
  ['a Blob', () => new Blob([bytes])],
  ['a stream', stream],
  ['a stream of Node', () => Readable.from([bytes])],
];

test.each(binary)('bytes: %s', async (_, value) => {
  const got = await send('bytes', { body: value() });
  expect(got).toMatchObject({ type: 'application/octet-stream', bytes });
});

test('a file says its own type where the specification leaves it open', async () => {
  expect(await send('image', { body: new Blob([bytes], { type: 'image/png' }) })).toMatchObject({
    type: 'image/png',
    bytes,
  });
  const own = { body: new Blob([bytes], { type: 'multipart/related; boundary=x' }) };
  expect(await send('related', own)).toMatchObject({ type: 'multipart/related; boundary=x', bytes });
});

describe('a form with files', () => {
  test.each(binary)('%s is a file', async (_, value) => {
    const form = await formOf(await send('upload', { file: value() }));
    const file = form.get('file') as File;
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect([file.name, file.type]).toEqual(['blob', 'application/octet-stream']);
  });

  test('has a part for each item of a list, and JSON for an object', async () => {
    const got = await send('upload', {
      file: new File([bytes], '照"片\r\n.png', { type: 'image/webp' }),
      files: [bytes, new Blob(['x'], { type: 'image/gif' })],
      n: 5,
      tags: ['a', '甲'],
      meta: { a: 1 },
      note: '# x',
      more: 'y',
      nothing: null,
    });
    const form = await formOf(got);
    expect([...form.keys()]).toEqual(['file', 'files', 'files', 'n', 'tags', 'tags', 'meta', 'note', 'more']);
    expect([form.get('n'), form.getAll('tags'), form.get('more')]).toEqual(['5', ['a', '甲'], 'y']);
    const files = [form.get('file'), ...form.getAll('files')] as File[];
    expect(files.map(({ type }) => type)).toEqual(['image/webp', 'image/png', 'image/gif']);
    expect(files[0]?.name).toMatch(/^照("|%22)片(\r\n|%0D%0A)\.png$/);
    expect(got.text).toContain('name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n');
    expect(got.text).toContain('name="note"\r\nContent-Type: text/markdown\r\n\r\n# x\r\n');
    expect(got.text).toContain('name="n"\r\n\r\n5\r\n');
  });

  test('is one argument where a parameter has the name of a field', async () => {
    const got = await send('uploadAt', { id: '7', file: 'q', body: { file: bytes } });
    expect(got.url).toBe('/upload/7?file=q');
    expect([...(await formOf(got)).keys()]).toEqual(['file']);
  });
});

const refused: [name: string, id: keyof typeof BODIES, params: object, want: RegExp][] = [
  ['another argument than the body', 'bytes', { file: bytes }, /unknown argument "file" \(there is body\)/],
  [
    'another argument than a body of JSON',
    'list',
    { body: [1], more: 2 },
    /unknown argument "more" \(there is body\)/,
  ],
  ['no bytes', 'bytes', {}, /it needs its body/],
  ['an object as XML', 'xml', { body: { a: 1 } }, /application\/xml; give it as text/],
  ['a file in a form of text', 'form', { n: bytes }, /n is binary/],
  ['text for a form', 'wholeForm', { body: 'a=1' }, /its body is a form/],
  ['bytes of an unknown type', 'image', { body: bytes }, /image\/\*; give a Blob with its type/],
  ['parts without a boundary', 'related', { body: bytes }, /boundary/],
  ['a date in a form', 'upload', { file: bytes, note: new Date(0) }, /note holds a Date|note is sent as/],
  ['NaN in a form', 'form', { n: Number.NaN }, /n holds NaN/],
];

test.each(refused)('%s is refused, and nothing is sent', async (_, id, params, want) => {
  const error = await rejectionOf(client.call(id, params));
  expect(error).toMatchObject({
    name: 'WeibanConfigError',
    operation: id,
    message: expect.stringMatching(want),
  });
  expect(server.take()).toEqual([]);
});
