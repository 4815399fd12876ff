import { expect, test } from 'vitest';
import type { ObservedAnswer } from '../../src/index.ts';
import { opportunity } from '../support/opportunity.ts';
import { rejectionOf, serveWeiban } from '../support/over-server.ts';

const ask = { serial_number: 'SJ20240305' };

test('observers see whole answers, failures included, and never the one that brings the token', async () => {
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

test('a call waits for its observers, the recorder first, and rejects with what one throws', async () => {
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
