import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createWeiban, type FetchLike } from '../../src/index.ts';
import { canary, everythingIn, leaks } from '../support/canary.ts';
import type { FakeAnswer } from '../support/fake-weiban.ts';
import { rejectionOf, serve, serveWithoutWaiting } from '../support/over-server.ts';

const path = '/open-api/opportunity/one';
const options = { corpId: canary.corpId, secret: canary.secret, makeToken: () => canary.token };

test('the check itself finds a canary in every form', () => {
  const { token, secret } = canary;
  for (const text of [
    token,
    secret,
    encodeURIComponent(token),
    encodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret),
  ]) {
    expect(leaks(`x${text}x`)).toBe(true);
  }
  expect(
    leaks(everythingIn(new Error('x', { cause: Object.assign(new Error('y'), { input: token }) }))),
  ).toBe(true);
  expect(leaks('[redacted]')).toBe(false);
});

// The five leaks of a client over fetch and openapi-fetch.

test('1. no response contains the URL with the token', async () => {
  const { server, weiban } = await serveWithoutWaiting(options);
  server.answer('opportunity/one', ({ query }) => ({
    headers: { 'x-original-url': `/x?access_token=${encodeURIComponent(query.get('access_token') ?? '')}` },
  }));
  const { response } = await weiban.http.GET(path);
  expect(response.url).toBe('');
  const delivered = await weiban.opportunity.one({ id: '1' }).withResponse();
  for (const raw of [response, delivered.response]) {
    expect(raw.headers.get('x-original-url')).toBe('/x?access_token=[redacted]');
    expect(leaks(everythingIn(raw) + inspect([...raw.headers]))).toBe(false);
  }
});

test('2. the baseUrl or the fetch of a single call gets no token', async () => {
  const { weiban } = await serveWithoutWaiting(options);
  const other = await serve();
  const away = weiban.http.GET(path, { baseUrl: other.url });
  expect(await rejectionOf(away)).toMatchObject({ name: 'WeibanConfigError' });
  expect(other.seen).toEqual([]);

  const urls: string[] = [];
  await weiban.http.GET(path, {
    fetch: async (request) => {
      urls.push(request.url);
      return Response.json({ errcode: 0 });
    },
  });
  expect(urls).toHaveLength(1);
  expect(leaks(urls.join())).toBe(false);
});

test('2. middleware cannot take a request to another server', async () => {
  const { weiban } = await serveWithoutWaiting(options);
  const other = await serve();
  weiban.http.use({
    onRequest: ({ request }) => new Request(other.url + new URL(request.url).pathname, request),
  });
  expect(await rejectionOf(weiban.http.GET(path))).toMatchObject({ name: 'WeibanConfigError' });
  expect(other.seen).toEqual([]);
});

test('3. a POST is sent with its length, not in chunks', async () => {
  const { server, weiban } = await serveWithoutWaiting(options);
  server.answer('tag_group/add', () => ({}));
  await weiban.http.POST('/open-api/tag_group/add', { body: { tag_group: 'g', tag_name_list: ['t'] } });
  const [request] = server.seenAt('tag_group/add');
  expect(request?.headers['transfer-encoding']).toBeUndefined();
  expect(request?.headers['content-length']).toBe(String(request?.body.length));
  expect(request?.body).toBe('{"tag_group":"g","tag_name_list":["t"]}');
});

test('4. an error of fetch does not reveal its URL', async () => {
  const server = await serve(options);
  const broken: FetchLike = (url, init) => {
    if (url.includes('access_token/get')) return fetch(url, init);
    const cause = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: url });
    throw Object.assign(new TypeError(`Failed to parse URL from ${url}`, { cause }), { url });
  };
  const weiban = createWeiban({ ...options, baseUrl: server.url, fetch: broken });
  for (const call of [() => weiban.opportunity.one({ id: '1' }), () => weiban.http.GET(path)]) {
    const error = await rejectionOf(call());
    expect(error).toMatchObject({
      kind: 'transport',
      cause: { code: 'ERR_INVALID_URL', message: 'Invalid URL' },
    });
    expect(leaks(everythingIn(error))).toBe(false);
  }
  const direct: FetchLike = (url, init) =>
    url.includes('access_token/get') ? fetch(url, init) : Promise.reject(new Error(`no route to ${url}`));
  const error = await rejectionOf(
    createWeiban({ ...options, baseUrl: server.url, fetch: direct }).opportunity.one({ id: '1' }),
  );
  expect(String(error)).toContain('no route to http');
  expect(leaks(everythingIn(error))).toBe(false);
});

/** An answer that repeats the request with its URL, as error pages of proxies do. */
const echo =
  (status: number, wrap: (text: string) => FakeAnswer['body']) =>
  (request: { query: URLSearchParams; body: string }): FakeAnswer => ({
    status,
    body: wrap(`GET /x?${request.query} ${request.query.get('access_token')} ${request.body}`) ?? '',
  });

const echoes: [name: string, status: number, wrap: (text: string) => FakeAnswer['body'], kind: string][] = [
  ['an error page', 502, (text) => `<html>${text}</html>`, 'response'],
  ['an error page after much text', 502, (text) => `<html>${' '.repeat(160)}${text}`, 'response'],
  ['JSON that is not the envelope', 500, (text) => ({ text }), 'response'],
  ['a page with status 200', 200, (text) => text, 'response'],
  ['the vendor message', 200, (text) => ({ errcode: 29999, errmsg: text }), 'api'],
];

test.each(echoes)('5. %s that repeats the request does not leak', async (_, status, wrap, kind) => {
  const { server, weiban } = await serveWithoutWaiting(options);
  server.answer('opportunity/one', echo(status, wrap));
  const { error } = await weiban.opportunity.one({ id: '1' }).result();
  expect(error).toMatchObject({ kind });
  expect(String(error?.message)).toContain('[redact');
  expect(leaks(everythingIn(error))).toBe(false);
  if (kind === 'response') {
    expect(leaks(everythingIn(await rejectionOf(weiban.http.GET(path))))).toBe(false);
  }
});

test.each(echoes)('%s on the token call does not reveal the secret', async (_, status, wrap) => {
  const { server, weiban } = await serveWithoutWaiting(options);
  server.answer('access_token/get', echo(status, wrap));
  expect(leaks(everythingIn(await rejectionOf(weiban.opportunity.one({ id: '1' }))))).toBe(false);
  const byHand = weiban.accessToken.get({ corp_id: 'c', secret: 'CANARY-secret-by-hand' });
  expect(leaks(everythingIn(await rejectionOf(byHand)))).toBe(false);
});

test('a secret passed to the token call by hand is redacted from then on', async () => {
  const { server, weiban } = await serveWithoutWaiting(options);
  const secret = 'CANARY-secret-by-hand';
  server.answer('access_token/get', () => ({ body: { errcode: 1, errmsg: `密钥 ${secret} 不对` } }));
  const error = await rejectionOf(weiban.accessToken.get({ corp_id: 'c', secret }));
  expect(error).toMatchObject({ vendorMessage: '密钥 [redacted] 不对' });
  expect(leaks(everythingIn(error))).toBe(false);
});

test('so is a secret passed by path', async () => {
  const { server, weiban } = await serveWithoutWaiting(options);
  const body = { corp_id: 'c', secret: 'CANARY"secret"by-hand' };
  server.answer('access_token/get', () => ({ status: 502, body: `<html>${body.secret} is wrong` }));
  const tokenPath = '/open-api/access_token/get';
  const calls = [
    () => weiban.http.POST(tokenPath, { body }),
    () => weiban.fetch(tokenPath, { method: 'POST', body: JSON.stringify(body) }),
    () => weiban.fetch(tokenPath, { method: 'POST', body: new URLSearchParams(body) }),
  ];
  for (const call of calls) {
    const error = await rejectionOf(call());
    expect(error).toMatchObject({ kind: 'response' });
    expect(leaks(everythingIn(error))).toBe(false);
  }
});

const others: [name: string, answer: FakeAnswer, kind: string][] = [
  ['a connection that breaks', { instead: 'reset' }, 'transport'],
  ['no answer', { instead: 'hang' }, 'timeout'],
];

test.each(others)('the error after %s contains no secret', async (_, answer, kind) => {
  const { server, weiban, stall } = await serveWithoutWaiting(options, { timeout: 200 });
  server.answer('opportunity/one', () => {
    if (answer.instead === 'hang') stall('headers');
    return answer;
  });
  const { error } = await weiban.opportunity.one({ id: '1' }).result();
  expect(error).toMatchObject({ kind });
  expect(leaks(everythingIn(error))).toBe(false);
});

test.each([301, 302, 303, 307, 308])(
  'a redirect with %d takes neither token nor secret elsewhere',
  async (status) => {
    const other = await serve(options);
    const redirecting = async (...paths: string[]) => {
      const { server, weiban } = await serveWithoutWaiting(options, { retry: false });
      for (const name of paths) {
        server.answer(name, () => ({ status, headers: { location: `${other.url}/open-api/${name}` } }));
      }
      return weiban;
    };
    const atToken = await redirecting('access_token/get');
    const atCalls = await redirecting('opportunity/one', 'tag_group/add');
    const errors = [
      await rejectionOf(atToken.opportunity.one({ id: '1' })),
      await rejectionOf(atCalls.opportunity.one({ id: '1' })),
      await rejectionOf(atCalls.tagGroup.add({ tag_group: 'g', tag_name_list: ['t'] })),
      await rejectionOf(atCalls.fetch(path)),
    ];
    for (const error of errors) {
      expect(error).toMatchObject({ kind: 'transport' });
      expect(leaks(everythingIn(error))).toBe(false);
    }
    expect(other.seen).toEqual([]);
  },
);

test('printing a client or a call shows no secret', async () => {
  const { weiban } = await serveWithoutWaiting(options);
  const call = weiban.opportunity.one({ id: '1' });
  await call.result();
  for (const value of [weiban, weiban.http, call]) expect(leaks(everythingIn(value))).toBe(false);
});
