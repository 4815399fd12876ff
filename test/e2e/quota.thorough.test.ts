import { describe, expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { fastClock } from '../support/clocks.ts';
import { credentials } from '../support/over-server.ts';
import { fourProcesses, oneProcess } from '../support/quota-scenarios.ts';
import { startQuotaServer } from '../support/quota-server.ts';
import { hasRedis } from '../support/redis-server.ts';

// 500 calls to each of 20 endpoints, 100 a minute, and a minute takes two seconds.
const scale = { minute: 2000, most: 100 };
const ALL_GOOD = {
  answered: 10_000,
  failed: [],
  stats: { calls: 10_000, tokens: 1, tooMany: 0, tooOften: 0 },
};

test('10,000 calls over 20 endpoints never break a limit', async () => {
  expect(await oneProcess(scale)).toMatchObject(ALL_GOOD);
}, 300_000);

describe.skipIf(!hasRedis)('four processes over a real redis-server', () => {
  test('10,000 calls never break a limit that they share', async () => {
    expect(await fourProcesses(scale)).toMatchObject({ ...ALL_GOOD, outages: 0 });
  }, 300_000);

  test('nor when it is killed and restarted in the middle, and no call is lost', async () => {
    const outage = { afterCalls: 4000, length: 2000 };
    expect(await fourProcesses(scale, outage)).toMatchObject({ ...ALL_GOOD, outages: 4 });
  }, 300_000);
});

test('another program of the company uses up the limit: calls wait out the pause, and none is lost', async () => {
  const server = await startQuotaServer({ inFlight: 5, windows: [[1000, 50]], block: 1000, latency: 0 });
  try {
    const weiban = createWeiban({
      ...credentials,
      baseUrl: server.url,
      clock: fastClock(60),
      timeout: Infinity,
      // A busy machine may take any time over an answer.
      attemptTimeout: Infinity,
      limits: { windows: { read: { minute: 60 } } },
    });
    const calls = Array.from({ length: 100 }, () => weiban.staff.list());
    expect(await Promise.all(calls)).toHaveLength(100);
    expect(server.stats().tooOften).toBeGreaterThan(0);
  } finally {
    await server.close();
  }
});
