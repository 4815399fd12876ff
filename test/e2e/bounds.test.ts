import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createWeiban, type Weiban } from '../../src/index.ts';
import { collect, credentials, rejectionOf, serveWithoutWaiting } from '../support/over-server.ts';

const forms: readonly (readonly [form: string, call: (weiban: Weiban) => Promise<unknown>])[] = [
  ['a method', async (weiban) => weiban.externalUser.list()],
  ['result()', async (weiban) => weiban.externalUser.list().result()],
  ['items()', (weiban) => collect(weiban.externalUser.list.items())],
  ['http', (weiban) => weiban.http.GET('/open-api/external_user/list')],
  ['fetch', (weiban) => weiban.fetch('/open-api/external_user/list')],
];
/** The error of a call, whether it rejects or gives it as its result. */
const errorOf = (call: Promise<unknown>) =>
  call.then(
    (value) => Object(value).error,
    (error: unknown) => error,
  );

describe.each(forms)('%s', (_, call) => {
  test.each([200, 502])(
    'an answer above maxAnswerBytes with status %d is an error and never retried',
    async (status) => {
      const { server, weiban } = await serveWithoutWaiting({}, { maxAnswerBytes: 100_000 });
      server.answer('external_user/list', () => ({
        status,
        body: { errcode: 0, external_user_list: [], total: 0, text: 'x'.repeat(100_000) },
      }));
      expect(await errorOf(call(weiban))).toMatchObject({
        kind: 'response',
        problem: 'too-large',
        status,
        message:
          'externalUserList answered more than maxAnswerBytes (100000); ask for fewer rows or raise it.',
      });
      expect(server.seenAt('external_user/list')).toHaveLength(1);
    },
  );

  test('JSON nested 5,000 deep is an error and never retried', async () => {
    const { server, weiban } = await serveWithoutWaiting();
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    server.answer('external_user/list', () => ({
      headers: { 'content-type': 'application/json' },
      body: `{"errcode":0,"external_user_list":${deep},"total":1,"id":12345678901234567890}`,
    }));
    expect(await errorOf(call(weiban))).toMatchObject({ kind: 'response', problem: 'too-deep' });
    expect(server.seenAt('external_user/list')).toHaveLength(1);
  });
});

test('bytes count after decompression, and the rest is not read', async () => {
  // 100 MB in 100 kB.
  const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20));
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' }).end(bomb);
  });
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const weiban = createWeiban({ ...credentials, baseUrl: `http://127.0.0.1:${port}` });
  // The request for the token is the first to be answered so.
  expect(await rejectionOf(weiban.staff.list())).toMatchObject({
    operation: 'accessTokenGet',
    problem: 'too-large',
  });
});

test('an endless answer is left after maxAnswerBytes', async () => {
  let pulled = 0;
  let isCancelled = false;
  const { weiban } = await serveWithoutWaiting(
    {},
    {
      maxAnswerBytes: 50_000,
      fetch: async () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              pulled += 1000;
              controller.enqueue(new Uint8Array(1000).fill(32));
            },
            cancel() {
              isCancelled = true;
            },
          }),
        ),
    },
  );
  expect(await rejectionOf(weiban.staff.list())).toMatchObject({ problem: 'too-large' });
  expect(pulled).toBeLessThan(60_000);
  expect(isCancelled).toBe(true);
});

test.each([
  ['a character that chunks cut in half', ['e4', 'b8ad'], '中'],
  ['a byte order mark', ['efbbbf', '78'], 'x'],
])('%s arrives unchanged', async (_, chunks, want) => {
  const { weiban } = await serveWithoutWaiting(
    {},
    {
      fetch: async (url) => {
        if (url.includes('access_token/get'))
          return Response.json({ errcode: 0, access_token: 'token-1', expires_in: 7200 });
        const [first = '', second = ''] = chunks;
        const parts = ['{"errcode":0,"name":"', first, second, '"}'];
        const isMark = first === 'efbbbf';
        const bytes = (isMark ? [first, '{"errcode":0,"name":"', second, '"}'] : parts).map((part) =>
          part === first || part === second ? Buffer.from(part, 'hex') : Buffer.from(part),
        );
        return new Response(
          new ReadableStream({
            start(controller) {
              for (const part of bytes) controller.enqueue(part);
              controller.close();
            },
          }),
        );
      },
    },
  );
  expect(await weiban.staff.list()).toMatchObject({ name: want });
});

describe('an access_token of the caller', () => {
  const path = '/open-api/external_user/list';
  test.each<[form: string, call: (weiban: Weiban) => Promise<unknown>]>([
    ['of a read', async ({ externalUser }) => externalUser.list({ access_token: 'CANARY' } as object)],
    ['of a write', async ({ tag }) => tag.create({ access_token: 'CANARY' } as never)],
    [
      'of a list',
      ({ externalUser }) => collect(externalUser.list.items({ access_token: 'CANARY' } as object)),
    ],
    ['of http', ({ http }) => http.GET(path, { params: { query: { access_token: 'CANARY' } as object } })],
    ['of fetch', ({ fetch }) => fetch(`${path}?limit=1&access%5Ftoken=CANARY`)],
  ])('%s is refused, and nothing is sent', async (_, call) => {
    const { server, weiban } = await serveWithoutWaiting();
    const error = await rejectionOf(call(weiban));
    expect(error).toMatchObject({
      kind: 'config',
      message: expect.stringMatching(/leave access_token out/),
    });
    expect(String(error)).not.toContain('CANARY');
    expect(server.seen).toEqual([]);
  });
});
