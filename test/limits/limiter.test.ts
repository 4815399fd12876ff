import { expect, test, vi } from 'vitest';
import { parseOperation } from '../../src/base/operation-row.ts';
import type { Gate, Refusal } from '../../src/limits/gate.ts';
import { createLimiter, type Leave } from '../../src/limits/limiter.ts';
import { type LimitOptions, resolveQuotas } from '../../src/limits/quotas.ts';
import { manualClock } from '../support/clocks.ts';
import { rejectionOf } from '../support/over-server.ts';

const MINUTE = 60_000;

/** A limiter with a manual clock. `send` records each call when it gets its turn, and keeps its `leave`. */
function company(limits?: LimitOptions, gate?: Gate) {
  const clock = manualClock();
  const isLimitCode = (code: number) => code === 10052 || code === 10053;
  const limiter = createLimiter({ company: 'c', quotas: resolveQuotas(limits), clock, gate, isLimitCode });
  const sent: string[] = [];
  const leaves = new Map<string, Leave>();
  const waits: string[] = [];
  const send = (row: string, name = row, options: { signal?: AbortSignal; timeout?: number } = {}) => {
    const { signal = new AbortController().signal, timeout = Infinity } = options;
    const turn = limiter.enter({
      operation: parseOperation(`GET ${row}`),
      deadline: clock.now() + timeout,
      signal,
      onWait: (reason) => waits.push(`${name} ${reason}`),
    });
    const entered = turn.then((leave) => {
      sent.push(name);
      leaves.set(name, leave);
    });
    entered.catch(() => undefined);
    return entered;
  };
  const end = async (name: string, code?: number) => {
    leaves.get(name)?.(code);
    await clock.advance(0);
  };
  return { clock, send, end, sent, waits };
}

test('no more calls are in flight than allowed, and the next one starts when one ends', async () => {
  const { clock, send, end, sent, waits } = company({ inFlight: 2 });
  for (const name of ['1', '2', '3']) send('a rr', name);
  await clock.advance(0);
  expect(sent).toEqual(['1', '2']);
  expect(waits).toEqual(['3 in-flight']);
  await end('1', 0);
  expect(sent).toEqual(['1', '2', '3']);
});

test('endpoints take turns, and calls to one keep their order', async () => {
  const { clock, send, end, sent } = company({ inFlight: 1 });
  for (const name of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']) send(`${name.charAt(0)} rr`, name);
  await clock.advance(0);
  for (let turn = 0; turn < 5; turn++) await end(sent.at(-1) ?? '', 0);
  expect(sent).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
});

test('a full window holds back only its own endpoint', async () => {
  const { clock, send, end, sent, waits } = company({ windows: { read: { minute: 2 } } });
  for (const name of ['1', '2', '3']) send('a rr', name);
  send('b rr', 'other');
  await clock.advance(0);
  expect(sent).toEqual(['1', '2', 'other']);
  for (const name of sent.slice()) await end(name, 0);
  expect(waits).toEqual(['3 window']);
  await clock.advance(MINUTE - 1);
  expect(sent).not.toContain('3');
  await clock.advance(1);
  expect(sent.at(-1)).toBe('3');
  expect(clock.timers).toBe(0);
});

test('a call that would have to wait beyond its deadline rejects at once, with the time to call again', async () => {
  const { clock, send, end } = company({ windows: { read: { minute: 1 } } });
  await send('a rr', '1');
  await end('1', 0);
  const error = await rejectionOf(send('a rr', '2', { timeout: MINUTE - 1 }));
  expect(error).toMatchObject({ kind: 'limit', operation: 'a', until: new Date(clock.now() + MINUTE) });
  expect(String(error)).toContain('its quota is used up');
});

test('the queue is bounded, and the error says so', async () => {
  const { clock, send, end, sent } = company({ inFlight: 1, maxQueued: 1 });
  send('a rr', '1');
  send('a rr', '2');
  const error = await rejectionOf(send('b rr', '3'));
  expect(error).toMatchObject({ kind: 'limit', operation: 'b' });
  expect(String(error)).toContain('1 calls are waiting;');
  await clock.advance(0);
  await end('1', 0);
  expect(sent).toEqual(['1', '2']);
});

test('the last waiting call takes its timer with it, so that nothing keeps the process alive', async () => {
  const { clock, send, end } = company({ windows: { read: { minute: 1 } } });
  send('a rr', '1');
  await clock.advance(0);
  await end('1', 0);
  const controllers = ['2', '3', '4'].map((name) => {
    const controller = new AbortController();
    send(name === '4' ? 'b rr' : 'a rr', name, { signal: controller.signal });
    return controller;
  });
  await clock.advance(0);
  expect(clock.timers).toBe(1);
  for (const controller of controllers) controller.abort('enough');
  expect(clock.timers).toBe(0);
});

test('a call aborted while waiting leaves the queue', async () => {
  const { clock, send, end, sent } = company({ inFlight: 1, maxQueued: 1 });
  const controller = new AbortController();
  send('a rr', '1');
  const aborted = rejectionOf(send('a rr', '2', { signal: controller.signal }));
  controller.abort('enough');
  expect(await aborted).toBe('enough');
  send('a rr', '3');
  await clock.advance(0);
  await end('1', 0);
  expect(sent).toEqual(['1', '3']);
  expect(await rejectionOf(send('a rr', '4', { signal: controller.signal }))).toBe('enough');
});

test('a limit code pauses its class on all endpoints, and halves the calls in flight for a while', async () => {
  const { clock, send, end, sent, waits } = company({ inFlight: 4 });
  for (const name of ['1', '2', '3', '4']) send('a rr', name);
  await clock.advance(0);
  await end('1', 10052);
  for (const name of ['2', '3', '4']) await end(name, 0);
  for (const name of ['5', '6', '7']) send('b rr', name);
  send('c ww', 'write');
  await clock.advance(999);
  expect(sent.slice(4)).toEqual(['write']);
  expect(waits).toEqual(['5 pause', '6 pause', '7 pause']);
  await end('write', 0);
  await clock.advance(1);
  expect(sent.slice(5)).toEqual(['5', '6']);
  await clock.advance(10_000);
  send('b rr', '8');
  await clock.advance(0);
  expect(sent.slice(7)).toEqual(['7']);
});

test('the pause grows while calls are still refused; beyond the cap calls reject with its end', async () => {
  const { clock, send, end, sent } = company();
  await send('a rr', '1');
  await end('1', 10053);
  send('a rr', '2');
  await clock.advance(MINUTE);
  expect(sent).toEqual(['1', '2']);
  const waiting = rejectionOf(
    send('b rr', '3')
      .then(() => end('3', 0))
      .then(() => send('a rr', '4')),
  );
  await end('2', 10053);
  const error = await rejectionOf(send('a rr', '5'));
  expect(error).toMatchObject({
    kind: 'limit',
    code: 10053,
    reason: 'CallRateLimitExceeded',
    until: new Date(clock.now() + 60 * MINUTE),
  });
  expect(await waiting).toMatchObject({ kind: 'limit' });
});

/** A gate with scripted answers that records its calls. */
function scriptedGate(...answers: (Refusal | 'place')[]) {
  const leave = vi.fn();
  const pause = vi.fn();
  const enter = vi.fn(async () => answers.shift() ?? 'place');
  const gate: Gate = {
    enter: async () => enter().then((answer) => (answer === 'place' ? leave : answer)),
    pause,
  };
  return { gate, enter, leave, pause };
}

test('asks the gate last, keeps the order through a refusal, and gives the place back', async () => {
  const { gate, enter, leave, pause } = scriptedGate({ wait: 20, paused: false });
  const { clock, send, end, sent, waits } = company({ inFlight: 2 }, gate);
  for (const name of ['1', '2', '3']) send('a rr', name);
  await clock.advance(19);
  expect(sent).toEqual([]);
  expect(enter).toHaveBeenCalledTimes(1);
  await clock.advance(1);
  expect(sent).toEqual(['1', '2']);
  await end('1', 10053);
  expect(leave).toHaveBeenCalledTimes(1);
  expect(pause).toHaveBeenCalledWith(
    expect.objectContaining({ company: 'c', endpoint: '/open-api/a' }),
    MINUTE,
  );
  expect(waits).toContain('1 shared');
});

const because = 'Redis is unavailable';

test('a gate that refuses for a reason of its own is asked again every second, because it may recover', async () => {
  const { gate, enter } = scriptedGate({ wait: 61_000, paused: false, because });
  const { clock, send, sent } = company({}, gate);
  send('a rr', '1');
  await clock.advance(999);
  expect([enter.mock.calls.length, sent]).toEqual([1, []]);
  await clock.advance(1);
  expect(sent).toEqual(['1']);
});

test('a call that gives up before such a gate recovers is told the reason and the time that the gate gave', async () => {
  const answers = Array.from({ length: 9 }, (_, at) => ({
    wait: 61_000 - at * 1000,
    paused: false,
    because,
  }));
  const { gate } = scriptedGate(...answers, { wait: 100, paused: false });
  const { clock, send, sent } = company({}, gate);
  const until = new Date(clock.now() + 61_000);
  const failed = rejectionOf(send('a rr', '1', { timeout: 5500 }));
  send('a rr', '2');
  await clock.advance(5500);
  expect(await failed).toMatchObject({ kind: 'limit', until });
  expect(String(await failed)).toContain(
    `a was not sent: ${because}; call again after ${until.toISOString()}`,
  );
  await clock.advance(4000);
  expect(sent).toEqual(['2']);
});

test('a pause from another process holds the class', async () => {
  const { gate } = scriptedGate({ wait: 50, paused: true });
  const { clock, send, sent } = company({}, gate);
  send('a rr', '1');
  send('b rr', '2');
  await clock.advance(49);
  expect(sent).toEqual(['2']);
  await clock.advance(1);
  expect(sent).toEqual(['2', '1']);
});

test('a pause from another process beyond the cap is an error that says when it ends', async () => {
  const { gate } = scriptedGate({ wait: MINUTE + 1, paused: true });
  const { clock, send, sent } = company({}, gate);
  const until = new Date(clock.now() + MINUTE + 1);
  const waiting = rejectionOf(send('a rr', '1'));
  expect(await waiting).toMatchObject({ kind: 'limit', operation: 'a', until });
  expect(await rejectionOf(send('b rr', '2'))).toMatchObject({ kind: 'limit', operation: 'b', until });
  send('c ww', 'write');
  await clock.advance(0);
  expect(sent).toEqual(['write']);
});

test('the limit of calls in flight recovers one by one, up to the allowed number', async () => {
  const { clock, send, end, sent } = company({ inFlight: 4 });
  await send('a rr', 'refused');
  await end('refused', 10052);
  // Two after the pause of a second, and one more each ten seconds.
  const counts: number[] = [];
  for (const seconds of [1, 10, 10, 10, 10]) {
    await clock.advance(seconds * 1000);
    let ended = sent.length;
    const all = ended + 9;
    for (let number = ended; number < all; number++) send('a rr', `${number}`);
    await clock.advance(0);
    counts.push(sent.length - ended);
    while (ended < all) await end(sent[ended++] ?? '', 0);
  }
  expect(counts).toEqual([2, 3, 4, 4, 4]);
});

test('a call aborted while it waits for the gate gives its place back', async () => {
  const { gate, leave } = scriptedGate('place', 'place');
  const { clock, send, sent } = company({ inFlight: 1 }, gate);
  const controller = new AbortController();
  const aborted = rejectionOf(send('a rr', '1', { signal: controller.signal }));
  controller.abort('enough');
  send('a rr', '2');
  expect(await aborted).toBe('enough');
  await clock.advance(0);
  expect(leave).toHaveBeenCalledTimes(1);
  expect(sent).toEqual(['2']);
});
