import { expect, test } from 'vitest';
import { createMemoryStore, createWeiban } from '../../src/index.ts';
import { credentials, serve, serveWeiban } from '../support/over-server.ts';

const ask = { serial_number: 'SJ20240305' };

test('companies in one process share neither token, limits nor hooks', async () => {
  const heard: string[] = [];
  const first = await serveWeiban(
    {},
    { limits: { inFlight: 1 }, hooks: { onRequest: () => heard.push('first') } },
  );
  const second = await serveWeiban({
    corpId: 'corp-2',
    secret: 'secret-of-corp-2',
    makeToken: (n) => `other-${n}`,
  });
  first.server.answer('opportunity/one', () => ({ instead: 'hang' }));
  const controller = new AbortController();
  const hanging = first.weiban.opportunity.one(ask, { signal: controller.signal }).result();
  hanging.catch(() => undefined);
  await second.weiban.opportunity.one(ask);
  expect(second.server.seenAt('opportunity/one')[0]?.query.get('access_token')).toBe('other-1');
  const before = heard.length;
  await second.weiban.opportunity.one(ask);
  expect(heard).toHaveLength(before);
  controller.abort();
});

test('clients of one company that share a store share the token', async () => {
  const server = await serve();
  const tokens = createMemoryStore();
  const clients = [1, 2, 3].map(() => createWeiban({ ...credentials, baseUrl: server.url, tokens }));
  await Promise.all(clients.map((weiban) => weiban.opportunity.one(ask)));
  expect(server.seenAt('access_token/get')).toHaveLength(1);
});

test('1,000 simultaneous first calls request one token', async () => {
  const { server, weiban } = await serveWeiban({}, { limits: { windows: { read: { minute: 2000 } } } });
  const calls = Array.from({ length: 1000 }, () => weiban.opportunity.one(ask));
  expect(await Promise.all(calls)).toHaveLength(1000);
  expect(server.seenAt('access_token/get')).toHaveLength(1);
  expect(server.seenAt('opportunity/one')).toHaveLength(1000);
});

test('a configured error code means that the token was rejected', async () => {
  const { server, weiban } = await serveWeiban({}, { rejectedTokenCodes: [40071] });
  let count = 0;
  server.answer('opportunity/one', () => (++count === 1 ? { body: { errcode: 40071, errmsg: '?' } } : {}));
  await weiban.opportunity.one(ask);
  expect(server.seenAt('access_token/get')).toHaveLength(2);
});
