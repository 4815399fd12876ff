import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { WeibanTimeoutError } from '../../src/base/errors.ts';
import { createCall } from '../../src/client/call.ts';

const response = { status: 200, headers: new Headers() };
const error = new WeibanTimeoutError('late');

const unhandled = vi.fn();
const ownListeners = process.listeners('unhandledRejection');

/** Collects the unhandled rejections that `act` causes. Replaces the listener of vitest, which would fail the run. */
async function unhandledAfter(act: () => unknown): Promise<unknown[]> {
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', unhandled);
  act();
  await setImmediate();
  return unhandled.mock.calls.map(([reason]) => reason);
}

afterEach(() => {
  unhandled.mockClear();
  process.removeAllListeners('unhandledRejection');
  for (const listener of ownListeners) process.on('unhandledRejection', listener);
});

test('is a promise of the value', async () => {
  const call = createCall(Promise.resolve({ data: 1, response }));
  expect(call).toBeInstanceOf(Promise);
  expect(await call).toBe(1);
  expect(await call.result()).toEqual({ ok: true, value: 1 });
  expect(await call.withResponse()).toEqual({ data: 1, response });
});

test('result() resolves to a Weiban error', async () => {
  const call = createCall(Promise.reject(error));
  expect(await call.result()).toEqual({ ok: false, error });
  await expect(call).rejects.toBe(error);
  await expect(call.withResponse()).rejects.toBe(error);
});

test('result() does not catch other errors', async () => {
  await expect(createCall(Promise.reject(new Error('aborted'))).result()).rejects.toThrow('aborted');
});

const handlings: [name: string, handle: (call: ReturnType<typeof createCall>) => unknown, want: unknown[]][] =
  [
    ['nobody handles it', () => undefined, [error]],
    ['.result() was called', (call) => call.result(), []],
    ['.withResponse() was caught', (call) => call.withResponse().catch(() => undefined), []],
    ['.withResponse() was not caught', (call) => call.withResponse(), [error]],
    ['it was caught', (call) => call.catch(() => undefined), []],
  ];

test.each(handlings)('unhandled rejections of a failure when %s', async (_, handle, want) => {
  expect(await unhandledAfter(() => void handle(createCall(Promise.reject(error))))).toEqual(want);
});
