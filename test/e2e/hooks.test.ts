import { expect, expectTypeOf, test, vi } from 'vitest';
import type { OpportunityOneParams } from '../../generated/client.ts';
import { createCounters, debugHooks, type Hooks } from '../../src/index.ts';
import { rejectionOf, serveWeiban } from '../support/over-server.ts';

const ask = { serial_number: 'SJ20240305' };

/** Hooks that record each event's name with the fields that do not depend on time. */
function recorder() {
  const events: unknown[] = [];
  const note = (name: string) => (event: object) => {
    const {
      duration: _,
      waited: __,
      wait: ___,
      lifetime: ____,
      ...rest
    } = { ...event } as Record<string, unknown>;
    events.push([name, rest]);
  };
  const hooks: Hooks = {
    onRequest: note('request'),
    onResponse: note('response'),
    onRetry: note('retry'),
    onWait: note('wait'),
    onToken: note('token'),
  };
  return { events, hooks };
}

test('hooks see the token, the request and the answer, and no secret', async () => {
  const { events, hooks } = recorder();
  const { weiban } = await serveWeiban({}, { hooks });
  await weiban.opportunity.one(ask);
  const about = { operation: 'opportunityOne', params: ask, attempt: 1 };
  const token = { operation: 'accessTokenGet', params: undefined, attempt: 1 };
  expect(events).toEqual([
    ['request', token],
    ['response', { ...token, status: 200, error: undefined }],
    ['token', { reason: 'missing' }],
    ['request', about],
    ['response', { ...about, status: 200, error: undefined }],
  ]);
});

test('hooks see a rejected token and a retry', async () => {
  const { events, hooks } = recorder();
  const { server, weiban } = await serveWeiban({}, { hooks });
  await weiban.opportunity.one(ask);
  server.revokeTokens();
  events.length = 0;
  await weiban.opportunity.one(ask);
  const names = events.map((event) => [event].flat()[0]);
  expect(names).toEqual([
    'request',
    'response',
    'retry',
    'request',
    'response',
    'token',
    'request',
    'response',
  ]);
  expect(events[2]).toMatchObject(['retry', { error: { reason: 'AccessTokenInvalid' }, attempt: 1 }]);
});

test('hooks see calls by path without arguments', async () => {
  const { events, hooks } = recorder();
  const { weiban } = await serveWeiban({}, { hooks });
  await weiban.fetch('/open-api/opportunity/one?serial_number=SJ20240305');
  expect(events.at(-1)).toMatchObject(['response', { operation: 'opportunityOne', params: undefined }]);
});

test('events are typed by operation', () => {
  const hooks: Hooks = {
    onRequest(event) {
      if (event.operation === 'opportunityOne') {
        expectTypeOf(event.params).toEqualTypeOf<OpportunityOneParams | undefined>();
      }
      // @ts-expect-error no such operation
      if (event.operation === 'opportunityTwo') return;
    },
  };
  expect(hooks).toHaveProperty('onRequest');
});

test('an error of a hook does not affect the call, and is not swallowed', async () => {
  const thrown = vi.fn();
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', thrown);
  try {
    const { hooks, events } = recorder();
    const broken: Hooks = {
      onResponse: () => {
        throw new Error('broken hook');
      },
    };
    const { weiban } = await serveWeiban({}, { hooks: [broken, hooks] });
    expect(await weiban.opportunity.one(ask)).toHaveProperty('opportunity');
    expect(events).toHaveLength(5);
    await vi.waitFor(() => expect(thrown).toHaveBeenCalledTimes(2));
    expect(thrown.mock.calls[0]?.[0]).toEqual(new Error('broken hook'));
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
  }
});

test('debugHooks writes a line for each event', async () => {
  const lines: string[] = [];
  const { server, weiban } = await serveWeiban({}, { hooks: debugHooks((line) => lines.push(line)) });
  server.answer('opportunity/one', () => ({ body: { errcode: 22201, errmsg: '商机不存在' } }));
  await weiban.opportunity.one(ask).result();
  // On a busy machine a call may wait a moment for its turn.
  const plain = lines.map((line) => line.replace(/\d+ ms/g, 'N ms').replace(' after waiting N ms', ''));
  expect(plain).toEqual([
    'weiban accessTokenGet #1 sent',
    'weiban accessTokenGet #1 200 in N ms',
    'weiban token (missing) in N ms, valid for 7200 s',
    'weiban opportunityOne #1 sent',
    expect.stringMatching(/^weiban opportunityOne #1 200 in N ms: opportunityOne failed with 22201 /),
  ]);
});

test('createCounters counts by operation', async () => {
  const counters = createCounters();
  const { server, weiban } = await serveWeiban({}, { hooks: counters.hooks });
  await weiban.opportunity.one(ask);
  server.answer('opportunity/one', () => ({ body: { errcode: 22201, errmsg: '?' } }));
  await rejectionOf(weiban.opportunity.one(ask));
  const { operations, tokens } = counters.read();
  expect(tokens).toEqual({ issued: 1, failed: 0 });
  expect(operations.opportunityOne).toMatchObject({
    requests: 2,
    retries: 0,
    waits: 0,
    failures: { 22201: 1 },
  });
  expect(operations.opportunityOne?.duration).toBeGreaterThan(0);
});
