import { expect, test } from 'vitest';
import type { ObservedAnswer } from '../../src/index.ts';
import { canary, everythingIn, leaks } from '../support/canary.ts';
import { opportunity } from '../support/opportunity.ts';
import { rejectionOf, serveWeiban, serveWithoutWaiting } from '../support/over-server.ts';

const ask = { serial_number: 'SJ20240305' };

test('observers see complete answers, including failures, but never the answer with the token', async () => {
  const seen: ObservedAnswer[] = [];
  const { weiban } = await serveWeiban({}, { record: (answer) => void seen.push(answer) });

  await weiban.opportunity.one(ask);
  await weiban.opportunity.one({ id: 'none' }).result();
  await weiban.http.GET('/open-api/opportunity/one', { params: { query: ask } });

  expect(seen.map(({ operation, params, isSuccess }) => ({ operation, params, isSuccess }))).toEqual([
    { operation: 'opportunityOne', params: ask, isSuccess: true },
    { operation: 'opportunityOne', params: { id: 'none' }, isSuccess: false },
    { operation: 'opportunityOne', params: undefined, isSuccess: true },
  ]);
  expect(JSON.parse(seen[0]?.text ?? '')).toEqual({ errcode: 0, errmsg: 'ok', opportunity });
});

test('a call waits for its observers, the recorder first, and rejects with their errors', async () => {
  const order: string[] = [];
  const fault = new Error('not as specified');
  const { weiban } = await serveWeiban(
    {},
    {
      validate: async () => {
        order.push('validate');
        throw fault;
      },
      record: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        order.push('record');
      },
    },
  );

  expect(await rejectionOf(weiban.opportunity.one(ask))).toBe(fault);
  expect(order).toEqual(['record', 'validate']);
});

test('an answer that repeats the token or the secret is redacted, and is still JSON', async () => {
  const seen: ObservedAnswer[] = [];
  const { secret, token } = canary;
  const { server, weiban } = await serveWeiban(
    { corpId: canary.corpId, secret, makeToken: () => token },
    { record: (answer) => void seen.push(answer) },
  );
  const echo = { errcode: 0, errmsg: 'ok', token, url: `/x?access_token=${encodeURIComponent(token)}&y=1` };
  const plain = { secret, app_secret: null, a: { access_token: 'an older one' }, access_token: [1] };
  server.answer('opportunity/one', () => ({ body: { ...echo, ...plain } }));

  // The caller's own arguments are hidden only if they contain a secret.
  const found = await weiban.opportunity.one({ id: secret });
  await weiban.fetch('/open-api/opportunity/one?id=1');

  expect(found).toMatchObject({ token, secret });
  expect(seen.map(({ params }) => params)).toEqual([undefined, undefined]);
  for (const { text } of seen) {
    expect(JSON.parse(text)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      token: '[redacted]',
      url: '/x?access_token=[redacted]&y=1',
      secret: '[redacted]',
      app_secret: null,
      a: { access_token: '[redacted]' },
      access_token: [1],
    });
  }
  expect(leaks(everythingIn(seen))).toBe(false);
});

test('the timeout of a call and its signal end the wait for an observer', async () => {
  const { weiban } = await serveWithoutWaiting({}, { record: () => new Promise(() => undefined) });
  expect(await rejectionOf(weiban.opportunity.one(ask, { timeout: 60 }))).toMatchObject({ kind: 'timeout' });
  const controller = new AbortController();
  const waiting = rejectionOf(weiban.opportunity.one(ask, { signal: controller.signal }));
  controller.abort('enough');
  expect(await waiting).toBe('enough');
});
