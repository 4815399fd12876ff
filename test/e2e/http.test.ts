import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { opportunity } from '../support/opportunity.ts';
import { rejectionOf, serveWithoutWaiting } from '../support/over-server.ts';

const path = '/open-api/opportunity/one';

test('returns the answer with its envelope, for a success and for a failure', async () => {
  const { weiban } = await serveWithoutWaiting();
  const found = await weiban.http.GET(path, {
    params: { query: { serial_number: opportunity.serial_number } },
  });
  expect(found.data).toEqual({ errcode: 0, errmsg: 'ok', opportunity });
  const missing = await weiban.http.GET(path, { params: { query: { id: 'none' } } });
  expect(missing.data).toEqual({ errcode: 22201, errmsg: '商机不存在' });
});

test('sends the given headers, and JSON for lists in a query', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer('staff/list', () => ({}));
  await weiban.http.GET('/open-api/staff/list', {
    params: { query: { fields: ['department'], limit: 2 } },
    headers: { 'x-trace': 't-1' },
  });
  const [request] = server.seenAt('staff/list');
  expect(Object.fromEntries(request?.query ?? [])).toMatchObject({ fields: '["department"]', limit: '2' });
  expect(request?.headers['x-trace']).toBe('t-1');
});

test('leaves the content type to the caller', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer('tag_group/add', () => ({}));
  await weiban.http.POST('/open-api/tag_group/add', {
    body: { tag_group: 'g', tag_name_list: ['t'] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const [request] = server.seenAt('tag_group/add');
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(request?.body).toBe('tag_group=g&tag_name_list=t');
});

test('works below the path of a proxy', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  const behind = createWeiban({
    corpId: 'corp-1',
    secret: 'secret-of-corp-1',
    baseUrl: `${server.url}/proxy/`,
    fetch: (url, init) => fetch(url.replace('/proxy', ''), init),
  });
  const query = { serial_number: opportunity.serial_number };
  expect((await behind.http.GET(path, { params: { query } })).data?.errcode).toBe(0);
  expect(await behind.opportunity.one(query)).toEqual(await weiban.opportunity.one(query));
});

test('an answer that is not from Weiban rejects', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer('opportunity/one', () => ({ status: 502, body: '<html>' }));
  expect(await rejectionOf(weiban.http.GET(path))).toMatchObject({
    kind: 'response',
    operation: 'opportunityOne',
    status: 502,
  });
});

test('middleware sees requests without the token and responses without their URL', async () => {
  const { weiban } = await serveWithoutWaiting();
  const seen: string[] = [];
  weiban.http.use({
    onRequest: ({ request }) => void seen.push(request.url),
    onResponse: ({ response }) => void seen.push(response.url),
  });
  await weiban.http.GET(path, { params: { query: { id: '1' } } });
  expect(seen).toEqual([expect.stringMatching(/\/open-api\/opportunity\/one\?id=1$/), '']);
});

test('an endpoint that the specification does not know can be called with a cast', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer('unread/page', () => ({ body: { errcode: 0, errmsg: 'ok', a: 1 } }));
  const { data } = await weiban.http.GET('/open-api/unread/page' as typeof path);
  expect(data).toMatchObject({ a: 1 });
});

test('weiban.fetch takes a path, a URL or a request, with the token, the retries and the redaction of a method', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  const query = `${path}?serial_number=${opportunity.serial_number}`;
  for (const input of [
    query,
    server.url + query,
    new URL(server.url + query),
    new Request(server.url + query),
  ]) {
    const response = await weiban.fetch(input);
    expect(await response.json()).toEqual({ errcode: 0, errmsg: 'ok', opportunity });
    expect(response.url).toBe('');
  }
  const missing = await weiban.fetch(`${path}?id=none`);
  expect(await missing.json()).toMatchObject({ errcode: 22201 });

  server.answer('tag_group/add', () => ({}));
  await weiban.fetch('/open-api/tag_group/add', { method: 'POST', body: '{"tag_group":"g"}' });
  const [post] = server.seenAt('tag_group/add');
  expect([post?.method, post?.body]).toEqual(['POST', '{"tag_group":"g"}']);
  expect(post?.headers['content-length']).toBe('17');

  expect(await rejectionOf(weiban.fetch('https://elsewhere.example/open-api/x'))).toMatchObject({
    kind: 'config',
  });
  expect(await rejectionOf(weiban.fetch(query, { signal: AbortSignal.abort('before') }))).toBe('before');
});

test('weiban.fetch retries a read, but not an unknown path', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  for (const name of ['opportunity/one', 'not/documented']) {
    let count = 0;
    server.answer(name, () => (++count === 1 ? { instead: 'reset' } : {}));
  }
  expect((await weiban.fetch(path)).status).toBe(200);
  expect(await rejectionOf(weiban.fetch('/open-api/not/documented'))).toMatchObject({ kind: 'transport' });
  expect(server.seenAt('opportunity/one')).toHaveLength(2);
  expect(server.seenAt('not/documented')).toHaveLength(1);
});
