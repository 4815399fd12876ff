import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { CallOptions, FetchLike, Hooks, WeibanOptions } from '../../src/index.ts';
import { rejectionOf, serveWeiban, serveWithoutWaiting } from '../support/over-server.ts';

const ask = { serial_number: 'SJ20240305' };

/** A gate where the server waits until the test opens it. `reached` resolves when the server waits. */
function gate() {
  let open = () => {};
  let arrive = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const wait = () => {
    arrive();
    return opened;
  };
  return { wait, open, reached };
}

/** A server that never answers one path, and a client whose time passes while it waits for that. */
async function serveSilence(path: string, client: WeibanOptions = {}) {
  const { server, weiban, stall } = await serveWithoutWaiting({}, client);
  server.answer(path, () => {
    stall('headers');
    return { instead: 'hang' };
  });
  return { server, weiban };
}

test('an abort during the call rejects with the reason', async () => {
  const { server, weiban } = await serveWeiban();
  const { wait, reached } = gate();
  server.answer('opportunity/one', () => wait().then(() => ({})));
  const controller = new AbortController();
  const rejection = rejectionOf(weiban.opportunity.one(ask, { signal: controller.signal }).result());
  await reached;
  const reason = new Error('enough');
  controller.abort(reason);
  expect(await rejection).toBe(reason);
});

test('an abort while waiting for the token does not affect other waiting calls', async () => {
  const { wait, open, reached } = gate();
  const { server, weiban } = await serveWeiban({ beforeToken: wait });
  const controller = new AbortController();
  const aborted = rejectionOf(weiban.opportunity.one(ask, { signal: controller.signal }));
  const waiting = weiban.opportunity.one(ask);
  await reached;
  controller.abort('enough');
  expect(await aborted).toBe('enough');
  open();
  expect(await waiting).toHaveProperty('opportunity');
  expect(server.seenAt('access_token/get')).toHaveLength(1);
  expect(server.seenAt('opportunity/one')).toHaveLength(1);
});

test('a call aborted while waiting for the token is not sent when the token arrives', async () => {
  const { wait, open, reached } = gate();
  const sent: string[] = [];
  const ignoringSignal: FetchLike = (url, { signal: _, ...init }) => {
    sent.push(new URL(url).pathname);
    return fetch(url, init);
  };
  const { weiban } = await serveWeiban({ beforeToken: wait }, { fetch: ignoringSignal });
  const controller = new AbortController();
  const aborted = rejectionOf(
    weiban.tagGroup.add({ tag_group: 'g', tag_name_list: ['t'] }, { signal: controller.signal }),
  );
  await reached;
  controller.abort('enough');
  await aborted;
  open();
  await weiban.opportunity.one(ask);
  expect(sent).toEqual(['/open-api/access_token/get', '/open-api/opportunity/one']);
});

test('a call that was aborted before it started sends nothing', async () => {
  const { server, weiban } = await serveWeiban();
  expect(await rejectionOf(weiban.opportunity.one(ask, { signal: AbortSignal.abort('before') }))).toBe(
    'before',
  );
  expect(server.seen).toEqual([]);
});

test.each(['opportunity/one', 'access_token/get'])('no answer from %s in time is a timeout', async (path) => {
  const { weiban } = await serveSilence(path);
  expect(await rejectionOf(weiban.opportunity.one(ask, { timeout: 50 }))).toMatchObject({
    name: 'WeibanTimeoutError',
    operation: 'opportunityOne',
  });
});

test('weiban.http keeps the time limit and the signal', async () => {
  const { weiban } = await serveSilence('opportunity/one', { timeout: 50 });
  const get = (signal: AbortSignal | null) =>
    weiban.http.GET('/open-api/opportunity/one', { params: {}, signal });
  expect(await rejectionOf(get(null))).toMatchObject({ name: 'WeibanTimeoutError' });
  expect(await rejectionOf(get(AbortSignal.abort('before')))).toBe('before');
});

test('an invalid timeout is rejected before anything is sent', async () => {
  const { server, weiban } = await serveWeiban();
  expect(await rejectionOf(weiban.opportunity.one(ask, { timeout: -1 }))).toMatchObject({ kind: 'config' });
  expect(server.seen).toEqual([]);
});

test('an abort ends the wait for a turn and the wait before a retry', async () => {
  const reasons: string[] = [];
  const aborting = (): [AbortController, Hooks] => {
    const controller = new AbortController();
    const abort = (name: string) => () => {
      reasons.push(name);
      // Once the wait has begun.
      setImmediate(() => controller.abort(name));
    };
    return [controller, { onWait: abort('waiting'), onRetry: abort('retrying') }];
  };
  const [first, inQueue] = aborting();
  const queued = await serveWeiban({}, { hooks: inQueue, limits: { inFlight: 1 } });
  queued.server.answer('opportunity/one', () => ({ instead: 'hang' }));
  const other = new AbortController();
  const hanging = rejectionOf(queued.weiban.opportunity.one(ask, { signal: other.signal }));
  expect(await rejectionOf(queued.weiban.opportunity.one(ask, { signal: first.signal }))).toBe('waiting');
  other.abort('over');
  expect(await hanging).toBe('over');

  const [second, inBackOff] = aborting();
  const failing = await serveWeiban({}, { hooks: inBackOff });
  failing.server.answer('opportunity/one', () => ({ status: 502, body: '<html>' }));
  expect(await rejectionOf(failing.weiban.opportunity.one(ask, { signal: second.signal }))).toBe('retrying');
  expect(failing.server.seenAt('opportunity/one')).toHaveLength(1);
  expect(reasons).toEqual(['waiting', 'retrying']);
});

test('a request that takes too long is sent again within the call’s timeout, as often as the call allows', async () => {
  const { server, weiban } = await serveSilence('opportunity/one', { attemptTimeout: 40 });
  const tries: [options: CallOptions, requests: number][] = [
    [{ retry: 1 }, 2],
    [{ retry: false }, 1],
    [{ timeout: 100 }, 1],
    [{ attemptTimeout: 20, retry: 0 }, 1],
  ];
  for (const [options, requests] of tries) {
    const before = server.seenAt('opportunity/one').length;
    expect(await rejectionOf(weiban.opportunity.one(ask, options))).toMatchObject({ kind: 'timeout' });
    expect(server.seenAt('opportunity/one').length - before).toBe(requests);
  }
});

test('many calls with one signal share its listener, and leave none behind', async () => {
  const { server, weiban } = await serveWeiban();
  server.answer('staff/list', () => ({ body: { errcode: 0, staff_list: [], total: 0 } }));
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = () => getEventListeners(signal, 'abort').length;
  const warned: Error[] = [];
  const warn = (warning: Error) => warned.push(warning);
  process.on('warning', warn);
  const calls = Array.from({ length: 12 }, () => weiban.staff.list({}, { signal }));
  expect(listeners()).toBe(1);
  await Promise.all(calls);
  expect(listeners()).toBe(0);
  const { wait, reached } = gate();
  server.answer('staff/list', () => wait().then(() => ({})));
  const reasons = [
    ...Array.from({ length: 12 }, () => weiban.staff.list({}, { signal })),
    ...Array.from({ length: 12 }, () => weiban.fetch('/open-api/staff/list', { signal })),
  ].map(rejectionOf);
  await reached;
  controller.abort('enough');
  expect(new Set(await Promise.all(reasons))).toEqual(new Set(['enough']));
  await new Promise(setImmediate);
  process.off('warning', warn);
  expect(warned).toEqual([]);
});
