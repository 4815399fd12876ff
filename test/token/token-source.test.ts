import { expect, test, vi } from 'vitest';
import { createRedactor } from '../../src/base/redact.ts';
import { createMemoryStore } from '../../src/token/memory-store.ts';
import { createTokenSource } from '../../src/token/token-source.ts';
import type { StoredToken, TokenStore } from '../../src/token/token-store.ts';
import { everythingIn } from '../support/canary.ts';
import { manualClock } from '../support/clocks.ts';

/** Token sources of one company with a manual clock; tokens live 1,000 s. */
function company(store?: TokenStore) {
  let count = 0;
  const clock = manualClock();
  const start = clock.now();
  const issue = vi.fn(
    async (): Promise<StoredToken> => ({
      token: `t${++count}`,
      issuedAt: clock.now(),
      lifetime: 1_000_000,
    }),
  );
  const redactor = createRedactor('the secret');
  const learn = vi.spyOn(redactor, 'learn');
  const emit = vi.fn();
  const source = (secret = 's') =>
    createTokenSource({ corpId: 'c', secret, issue, store, clock, redactor, emit });
  /** Moves the clock to the given seconds after the start. */
  const at = (seconds: number) => clock.advance(start + seconds * 1000 - clock.now());
  return { clock, at, issue, learn, emit, source, tokens: source() };
}

test('requests one token, however many callers wait, and keeps it', async () => {
  const { issue, learn, tokens } = company();
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['t1', 't1', 't1']);
  expect(await tokens.get()).toBe('t1');
  expect(issue).toHaveBeenCalledTimes(1);
  expect(learn).toHaveBeenCalledWith('t1');
});

// 10% of the lifetime is 100 s, less than the 300 s at most.
const ages: [seconds: number, first: string, then: string][] = [
  [899, 't1', 't1'],
  [900, 't1', 't2'],
  [999, 't1', 't2'],
  [1000, 't2', 't2'],
];

test.each(ages)('after %d s returns %s, then %s', async (seconds, first, then) => {
  const { at, tokens } = company();
  await tokens.get();
  await at(seconds);
  expect(await tokens.get()).toBe(first);
  await at(seconds);
  expect(await tokens.get()).toBe(then);
});

test('a valid token is used although its renewal fails; the renewal is tried again after 30 s', async () => {
  const { at, issue, emit, tokens } = company();
  await tokens.get();
  await at(950);
  issue.mockRejectedValueOnce(new Error('down'));
  expect(await tokens.get()).toBe('t1');
  await at(979);
  expect(await tokens.get()).toBe('t1');
  expect(issue).toHaveBeenCalledTimes(2);
  await at(980);
  expect(await tokens.get()).toBe('t1');
  await at(980);
  expect(await tokens.get()).toBe('t2');
  expect(emit.mock.calls.map(([, { reason, error }]) => [reason, error?.message])).toEqual([
    ['missing', undefined],
    ['expiring', 'down'],
    ['expiring', undefined],
  ]);
});

test('renews a rejected token once for all callers', async () => {
  const { issue, tokens } = company();
  const rejected = await tokens.get();
  expect(await Promise.all([tokens.renew(rejected), tokens.renew(rejected)])).toEqual(['t2', 't2']);
  expect(await tokens.renew(rejected)).toBe('t2');
  expect(issue).toHaveBeenCalledTimes(2);
});

test('a failure rejects the callers that waited, and is not remembered', async () => {
  const { issue, tokens } = company();
  issue.mockRejectedValueOnce(new Error('down'));
  const waiting = [tokens.get(), tokens.get()];
  for (const call of waiting) await expect(call).rejects.toThrow('down');
  expect(await tokens.get()).toBe('t1');
});

test('never replaces a newer token with an older one', async () => {
  const { clock, at, tokens } = company({
    read: async () => undefined,
    // A store restored from a backup.
    update: async (_, change) => {
      const token = await change(undefined);
      return token.token === 't1' ? token : { token: 'old', issuedAt: clock.now() - 999_000, lifetime: 1 };
    },
  });
  await tokens.get();
  await at(950);
  await tokens.get();
  await at(950);
  expect(await tokens.get()).toBe('t1');
});

test('clients that share a store share the token, by company and secret', async () => {
  const { issue, source } = company(createMemoryStore());
  const [first, second, third] = await Promise.all([source().get(), source().get(), source('other').get()]);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
  expect(issue).toHaveBeenCalledTimes(2);
});

test('no request is made if another client has renewed the token already', async () => {
  const { issue, source } = company(createMemoryStore());
  const [first, second] = [source(), source()];
  const rejected = await first.get();
  await second.get();
  expect(await first.renew(rejected)).toBe('t2');
  expect(await second.renew(rejected)).toBe('t2');
  expect(issue).toHaveBeenCalledTimes(2);
});

test('a valid token of another process is used without waiting for the lock of the store', async () => {
  let stored: StoredToken | undefined;
  const update = vi.fn(() => new Promise<never>(() => undefined));
  const { clock, issue, tokens } = company({ read: async () => stored, update });
  stored = { token: 'theirs', issuedAt: clock.now(), lifetime: 1_000_000 };
  expect(await tokens.get()).toBe('theirs');
  stored = { ...stored, token: 'theirs too' };
  expect(await tokens.renew('theirs')).toBe('theirs too');
  expect(issue).not.toHaveBeenCalled();
  expect(update).not.toHaveBeenCalled();
});

test('a store sees neither the company nor the secret', async () => {
  const keys: string[] = [];
  const { source } = company({
    read: async () => undefined,
    update: (key, change) => {
      keys.push(key);
      return change(undefined);
    },
  });
  await source('the-secret').get();
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
});

const broken: [name: string, update: TokenStore['update'], calls: number][] = [
  ['before it runs the change', () => Promise.reject(new Error('away')), 1],
  [
    'when it writes',
    async (_, change) => {
      await change(undefined);
      throw new Error('away');
    },
    1,
  ],
];

test.each(broken)('continues without a store that fails %s, and says so', async (_, update, calls) => {
  const { issue, emit, tokens } = company({ read: async () => undefined, update });
  expect(await tokens.get()).toBe('t1');
  expect(issue).toHaveBeenCalledTimes(calls);
  expect(emit).toHaveBeenCalledWith(
    'onToken',
    expect.objectContaining({ storeError: expect.objectContaining({ message: 'away' }) }),
  );
});

test('a failed token request is reported unchanged, and not as a failure of the store', async () => {
  const { issue, tokens } = company(createMemoryStore());
  issue.mockRejectedValueOnce(new Error('wrong secret'));
  await expect(tokens.get()).rejects.toThrow('wrong secret');
  expect(issue).toHaveBeenCalledTimes(1);
  expect(await tokens.get()).toBe('t1');
});

test('the error of a store does not contain the token', async () => {
  const { emit, tokens } = company({
    read: async () => undefined,
    async update(_, change) {
      const { token } = await change(undefined);
      throw Object.assign(new Error(`SET failed for ${token}`), { command: { args: [token] } });
    },
  });
  await tokens.get();
  const [, event] = emit.mock.calls[0] ?? [];
  expect(everythingIn(event.storeError)).toContain('SET failed for [redacted]');
  expect(everythingIn(event)).not.toContain('t1');
});

// The other machine's clock, in seconds against ours; the token lives 1,000 s by the other clock.
const skews: [offset: number, atOnce: string, after900: string][] = [
  [3600, 'stored', 'stored'],
  [-890, 'stored', 't1'],
  [-3600, 't1', 't2'],
];

test.each(skews)('a stored token from a clock %d s off: %s is used, then %s', async (offset, first, then) => {
  const store = createMemoryStore();
  const { clock, at, tokens, source } = company(store);
  const probe = createTokenSource({
    corpId: 'c',
    secret: 's',
    clock,
    redactor: createRedactor('the secret'),
    issue: async () => ({ token: 'stored', issuedAt: clock.now() + offset * 1000, lifetime: 1_000_000 }),
    store,
  });
  expect(await probe.get()).toBe('stored');
  expect(await tokens.get()).toBe(first);
  await at(900);
  expect(await source().get()).toBe(then);
});
