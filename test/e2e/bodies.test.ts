import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createWeiban, type FetchLike } from '../../src/index.ts';
import { rejectionOf } from '../support/over-server.ts';

/** A client that keeps what it sends: the body as `fetch` would send it. */
function keeping() {
  const sent: { type: string | null; body: unknown; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const fetch: FetchLike = async (url, { body, headers }) => {
    if (url.includes('/access_token/get'))
      return Response.json({ errcode: 0, access_token: 't', expires_in: 7200 });
    const bytes = new Uint8Array(await new Response(body ?? null).arrayBuffer());
    sent.push({ type: new Headers(headers).get('content-type'), body, bytes });
    return Response.json({ errcode: 0 });
  };
  return { weiban: createWeiban({ corpId: 'c', secret: 's', baseUrl: 'https://weiban.test', fetch }), sent };
}

const path = '/open-api/x/upload';
const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0x80, 0x41]);
const inTheMiddle = new Uint8Array([1, 2, ...bytes, 3]);
const stream = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 2));
      controller.enqueue(bytes.subarray(2));
      controller.close();
    },
  });

const binary: [name: string, body: () => BodyInit][] = [
  ['a typed array', () => bytes],
  ['a part of a buffer', () => inTheMiddle.subarray(2, 7)],
  ['an ArrayBuffer', () => bytes.buffer],
  ['a DataView', () => new DataView(inTheMiddle.buffer, 2, 5)],
  ['a Blob', () => new Blob([bytes])],
  ['a stream', stream],
  // Node's fetch takes any iterable of bytes; its type does not say so.
  ['a stream of Node', () => Readable.from([bytes]) as unknown as BodyInit],
];

test.each(binary)('weiban.fetch sends %s byte by byte', async (_, body) => {
  const { weiban, sent } = keeping();
  await weiban.fetch(path, { method: 'POST', body: body() });
  expect(sent[0]?.bytes).toEqual(bytes);
});

test('weiban.fetch sends the body of a Request byte by byte', async () => {
  const { weiban, sent } = keeping();
  await weiban.fetch(new Request(`https://weiban.test${path}`, { method: 'POST', body: bytes }));
  expect(sent[0]?.bytes).toEqual(bytes);
});

test.each(['fetch', 'http'] as const)('weiban.%s sends a form with a file', async (way) => {
  const { weiban, sent } = keeping();
  const form = new FormData();
  form.set('name', '照片');
  form.set('media', new Blob([bytes], { type: 'image/png' }), 'a.png');
  if (way === 'fetch') await weiban.fetch(path, { method: 'POST', body: form });
  // @ts-expect-error a path that the specification does not know
  else await weiban.http.POST(path, { body: form });
  const [{ type, bytes: got } = { type: '', bytes }] = sent;
  const read = await new Response(got, { headers: { 'content-type': String(type) } }).formData();
  expect(read.get('name')).toBe('照片');
  const media = read.get('media');
  expect(media).toBeInstanceOf(File);
  if (media instanceof File) expect(new Uint8Array(await media.arrayBuffer())).toEqual(bytes);
});

const text: [name: string, body: BodyInit, want: string][] = [
  ['text', '{"name":"甲😀"}', '{"name":"甲😀"}'],
  ['text that begins with a byte order mark', '\ufeff{}', '\ufeff{}'],
  ['a form in the URL encoding', new URLSearchParams({ a: '甲' }), 'a=%E7%94%B2'],
  ['a Blob of text', new Blob(['甲']), '甲'],
];

test.each(text)('weiban.fetch passes %s to fetch as a string', async (_, body, want) => {
  const { weiban, sent } = keeping();
  await weiban.fetch(path, { method: 'POST', body });
  expect(sent[0]?.body).toBe(want);
});

const refused: [name: string, body: unknown, want: RegExp][] = [
  ['an object', { name: 'x' }, /openApiXUpload.*JSON\.stringify/],
  ['a list', [1, 2], /openApiXUpload.*JSON\.stringify/],
  ['a number', 5, /openApiXUpload.*JSON\.stringify/],
  ['a Map', new Map(), /openApiXUpload.*JSON\.stringify/],
  ["another runtime's form", { [Symbol.toStringTag]: 'FormData' }, /openApiXUpload.*JSON\.stringify/],
  ['a symbol', Symbol('x'), /fetch refuses/],
];

test.each(refused)('weiban.fetch refuses %s, which fetch would send as a name', async (_, body, want) => {
  const { weiban, sent } = keeping();
  // A JavaScript program may pass anything.
  const error = await rejectionOf(weiban.fetch(path, { method: 'POST', body: body as BodyInit }));
  expect(error).toMatchObject({ kind: 'config' });
  expect(String(error)).toMatch(want);
  expect(sent).toEqual([]);
});

test.each([[''], ['http://'], [null], [{}]])('weiban.fetch refuses the address %j', async (input) => {
  const { weiban } = keeping();
  expect(await rejectionOf(weiban.fetch(input as string))).toMatchObject({ kind: 'config' });
});

test('a body that was read already is refused', async () => {
  const { weiban } = keeping();
  const request = new Request(`https://weiban.test${path}`, { method: 'POST', body: bytes });
  await request.arrayBuffer();
  expect(await rejectionOf(weiban.fetch(request))).toMatchObject({ kind: 'config' });
});
