import { expect, test } from 'vitest';
import { createCaller, opportunityOne, staffList, tagGroupAdd } from '../../src/operations.ts';
import { opportunity } from '../support/opportunity.ts';
import { credentials, rejectionOf, serve, serveWeiban } from '../support/over-server.ts';

test('returns the value without its envelope', async () => {
  const { server, weiban } = await serveWeiban();
  expect(await weiban.opportunity.one({ serial_number: opportunity.serial_number })).toEqual({ opportunity });
  const [request] = server.seenAt('opportunity/one');
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    serial_number: opportunity.serial_number,
    access_token: 'token-1',
  });
});

test('the function form does the same', async () => {
  const server = await serve();
  const caller = createCaller({ ...credentials, baseUrl: server.url });
  expect(await opportunityOne(caller, { serial_number: opportunity.serial_number })).toEqual({ opportunity });
});

test('a function takes the nested client as its caller', async () => {
  const { weiban } = await serveWeiban();
  expect(await opportunityOne(weiban, { serial_number: opportunity.serial_number })).toEqual({ opportunity });
});

test('sends a body as JSON with its length, and lists in a query as JSON', async () => {
  const { server, weiban } = await serveWeiban();
  server.answer('tag_group/add', () => ({}));
  server.answer('staff/list', () => ({ body: { errcode: 0, errmsg: 'ok', total: 0, staff_list: [] } }));
  expect(await tagGroupAdd(weiban, { tag_group: '意向', tag_name_list: ['高'] })).toEqual({});
  await staffList(weiban, { fields: ['department'] });

  const [add] = server.seenAt('tag_group/add');
  expect(add).toMatchObject({ method: 'POST', body: '{"tag_group":"意向","tag_name_list":["高"]}' });
  expect(add?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '46' });
  expect(add?.headers['transfer-encoding']).toBeUndefined();
  expect(server.seenAt('staff/list')[0]?.query.get('fields')).toBe('["department"]');
});

test('rejects with the documented error', async () => {
  const { weiban } = await serveWeiban();
  expect(await rejectionOf(weiban.opportunity.one({ id: 'none' }))).toMatchObject({
    name: 'WeibanApiError',
    operation: 'opportunityOne',
    code: 22201,
    reason: 'OpportunityNotFound',
    vendorMessage: '商机不存在',
    status: 200,
  });
  const { error } = await weiban.opportunity.one({ id: '' }).result();
  expect(error?.is('OpportunityIdOrSerialNumberRequired')).toBe(true);
  expect(error?.is('OpportunityNotFound')).toBe(false);
});

test('reads the other envelope, with or without its fields', async () => {
  const { server, weiban } = await serveWeiban();
  const answers = [
    { data: { has_next: true } },
    { status_code: 500, status_message: '内部错误', success: false },
  ];
  server.answer('contact_way/store/list', () => ({ body: answers.shift() ?? {} }));
  expect(await weiban.contactWay.storeList()).toEqual({ data: { has_next: true } });
  expect(await rejectionOf(weiban.contactWay.storeList())).toMatchObject({
    code: 500,
    vendorMessage: '内部错误',
  });
});

const failures: [name: string, answer: object, want: object][] = [
  [
    'an undocumented code',
    { body: { errcode: 29999, errmsg: '?' } },
    { kind: 'api', code: 29999, names: [] },
  ],
  [
    'a global code',
    { body: { errcode: 10053, errmsg: '?' } },
    { kind: 'api', reason: 'CallRateLimitExceeded' },
  ],
  [
    'a page of a proxy',
    { status: 502, body: '<html>bad gateway' },
    { kind: 'response', problem: 'html', status: 502 },
  ],
  ['no body', { body: '' }, { kind: 'response', problem: 'empty', status: 200 }],
  ['half a body', { body: '{"errcode":0,"oppor' }, { kind: 'response', problem: 'truncated' }],
  [
    'another type of body',
    { body: 'upstream is down', headers: { 'content-type': 'text/plain' } },
    { kind: 'response', problem: 'content-type' },
  ],
  ['JSON without an envelope', { body: { hello: 'world' } }, { kind: 'response', problem: 'no-envelope' }],
  [
    'a success with a failed status',
    { status: 500, body: { errcode: 0 } },
    { kind: 'response', problem: 'status' },
  ],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, { kind: 'transport' }],
  [
    'a connection that breaks',
    { instead: 'reset' },
    { kind: 'transport', cause: { code: 'UND_ERR_SOCKET' } },
  ],
];

test.each(failures)('rejects on %s', async (_, answer, want) => {
  const { server, weiban } = await serveWeiban();
  server.answer('opportunity/one', () => answer);
  expect(await rejectionOf(weiban.opportunity.one({ id: '1' }, { retry: false }))).toMatchObject(want);
});

test('a success flag that contradicts the code makes an answer unusable', async () => {
  const { server, weiban } = await serveWeiban();
  server.answer('contact_way/store/list', () => ({ body: { status_code: 200, success: false, data: {} } }));
  const { error } = await weiban.contactWay.storeList({ page_no: 1, page_size: 1 }).result();
  expect(error).toMatchObject({
    kind: 'response',
    problem: 'contradiction',
    operation: 'contactWayStoreList',
  });
  expect(error?.message).toMatch(/contradiction.*"\{"status_code":200/);
});

test('the excerpt in an error is short', async () => {
  const { server, weiban } = await serveWeiban();
  server.answer('opportunity/one', () => ({ body: `<html>${'x'.repeat(5000)}` }));
  const { error } = await weiban.opportunity.one({ id: '1' }, { retry: false }).result();
  expect(error?.message.length).toBeLessThan(300);
});

test('rejects if nothing listens', async () => {
  const { server, weiban } = await serveWeiban();
  await server.close();
  expect(await rejectionOf(weiban.opportunity.one({ id: '1' }))).toMatchObject({
    kind: 'transport',
    operation: 'accessTokenGet',
    cause: { code: 'ECONNREFUSED' },
  });
});

test('withResponse returns the response too', async () => {
  const { server, weiban } = await serveWeiban();
  server.answer('staff/list', () => ({ headers: { 'x-request-id': 'r-1' } }));
  const { response } = await weiban.staff.list().withResponse();
  expect(response.status).toBe(200);
  expect(response.headers.get('x-request-id')).toBe('r-1');
  expect(response).not.toHaveProperty('url');
});
