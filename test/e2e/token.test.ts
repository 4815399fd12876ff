import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { rejectionOf, serve, serveWeiban, serveWithoutWaiting } from '../support/over-server.ts';

const ask = { serial_number: 'SJ20240305' };

test('requests a token only when it is needed, and once for many calls', async () => {
  const { server, weiban } = await serveWeiban();
  expect(server.seen).toEqual([]);
  await Promise.all(Array.from({ length: 20 }, () => weiban.opportunity.one(ask)));
  await weiban.http.GET('/open-api/opportunity/one', { params: { query: ask } });
  expect(server.seenAt('access_token/get')).toHaveLength(1);
  expect(server.seenAt('access_token/get')[0]).toMatchObject({
    method: 'POST',
    body: '{"corp_id":"corp-1","secret":"secret-of-corp-1"}',
  });
  expect(server.seenAt('access_token/get')[0]?.query.size).toBe(0);
});

test('renews a rejected token once and sends the call again, in methods and in http', async () => {
  const { server, weiban } = await serveWeiban();
  await weiban.opportunity.one(ask);
  server.revokeTokens();
  await Promise.all(Array.from({ length: 5 }, () => weiban.opportunity.one(ask)));
  expect(server.seenAt('access_token/get')).toHaveLength(2);
  server.revokeTokens();
  const { data } = await weiban.http.GET('/open-api/opportunity/one', { params: { query: ask } });
  expect(data?.errcode).toBe(0);
  expect(server.seenAt('access_token/get')).toHaveLength(3);
});

test('a token that is rejected again is an error, not a loop', async () => {
  const { server, weiban } = await serveWeiban();
  server.answer('opportunity/one', () => ({ body: { errcode: 10001, errmsg: '认证失败' } }));
  expect(await rejectionOf(weiban.opportunity.one(ask))).toMatchObject({
    operation: 'opportunityOne',
    reason: 'AccessTokenInvalid',
  });
  expect(server.seenAt('opportunity/one')).toHaveLength(2);
  expect(server.seenAt('access_token/get')).toHaveLength(2);
});

test('wrong credentials are an error of the token call, and the next call tries again', async () => {
  const server = await serve();
  const weiban = createWeiban({ corpId: 'corp-1', secret: 'wrong', baseUrl: server.url });
  for (let round = 1; round <= 2; round++) {
    expect(await rejectionOf(weiban.opportunity.one(ask))).toMatchObject({
      operation: 'accessTokenGet',
      code: 10001,
      message: expect.stringMatching(/check corpId and secret/),
    });
    expect(server.seenAt('access_token/get')).toHaveLength(round);
  }
});

test('the code of a wrong secret is unknown, so any refusal of the token call says what to check', async () => {
  // The pause after a limit error lasts a minute.
  const { server, weiban } = await serveWithoutWaiting();
  server.answer('access_token/get', () => ({ body: { errcode: 40001, errmsg: 'invalid credential' } }));
  expect(String(await rejectionOf(weiban.opportunity.one(ask)))).toMatch(/40001.*check corpId and secret/);
  server.answer('access_token/get', () => ({ body: { errcode: 10053, errmsg: '?' } }));
  expect(String(await rejectionOf(weiban.opportunity.one(ask, { retry: false })))).not.toMatch(/secret/);
});

test.each([{ access_token: 7, expires_in: 1 }, { access_token: 't' }, { access_token: 't', expires_in: 0 }])(
  'the token answer %j is rejected',
  async (body) => {
    const { server, weiban } = await serveWeiban();
    server.answer('access_token/get', () => ({ body: { errcode: 0, errmsg: 'ok', ...body } }));
    expect(await rejectionOf(weiban.opportunity.one(ask))).toMatchObject({
      kind: 'response',
      operation: 'accessTokenGet',
    });
  },
);

test('the token can be requested by hand', async () => {
  const { weiban } = await serveWeiban();
  const { access_token } = await weiban.accessToken.get({ corp_id: 'corp-1', secret: 'secret-of-corp-1' });
  expect(access_token).toBe('token-1');
});
