import { afterEach, expect, test } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { createWeiban } from '../../src/index.ts';
import { fastClock } from '../support/clocks.ts';
import { credentials } from '../support/over-server.ts';
import { type QuotaServer, startQuotaServer } from '../support/quota-server.ts';

const running: QuotaServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const reads = operations.filter((row) => /^GET \S+ rr/.test(row)).slice(0, 20);
// A minute takes a second.
const FACTOR = 60;
const limits = { inFlight: 5, windows: { read: { minute: 100, hour: 6000 } } };

test('10,000 calls over 20 endpoints never break a limit', async () => {
  const server = await startQuotaServer({
    inFlight: 5,
    windows: [[60_000 / FACTOR, 100]],
    block: 60_000 / FACTOR,
    latency: 0,
  });
  running.push(server);
  const weiban = createWeiban({
    ...credentials,
    baseUrl: server.url,
    clock: fastClock(FACTOR),
    timeout: Infinity,
    limits,
    retry: false,
  });
  const calls = Array.from({ length: 10_000 }, (_, at) => weiban['~call'](reads[at % 20] ?? ''));
  expect(await Promise.all(calls)).toHaveLength(10_000);
  expect(server.stats()).toMatchObject({ calls: 10_000, tokens: 1, tooMany: 0, tooOften: 0 });
  expect(server.stats().mostInFlight).toBeLessThanOrEqual(5);
}, 60_000);

test('another program of the company breaks the limit: calls wait out the pause, none is lost', async () => {
  const server = await startQuotaServer({ inFlight: 5, windows: [[1000, 50]], block: 1000, latency: 0 });
  running.push(server);
  const weiban = createWeiban({
    ...credentials,
    baseUrl: server.url,
    clock: fastClock(FACTOR),
    timeout: Infinity,
    limits: { ...limits, windows: { read: { minute: 60, hour: 6000 } } },
  });
  const calls = Array.from({ length: 100 }, () => weiban['~call'](reads[0] ?? ''));
  expect(await Promise.all(calls)).toHaveLength(100);
  expect(server.stats().tooOften).toBeGreaterThan(0);
});
