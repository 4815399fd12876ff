// The limit scenario of the runtime, with the sandbox as its server: real calls over HTTP, with scaled time.
import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { type Sandbox, type SandboxLimits, startSandbox } from '../../src/sandbox/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';
import { reads, runCalls } from '../support/quota-client.ts';

/** The credentials of the scenario's client. */
const company = { corpId: 'corp-1', secret: 'secret-of-corp-1' };
const paramsOf = (row: string) => exampleCalls.find((call) => call.row === row)?.params ?? {};

// 100 calls a minute to each endpoint, and a minute takes two seconds.
const MINUTE = 2000;
const MOST = 100;
const limits: SandboxLimits = { inFlight: 5, windows: { read: { minute: MOST, hour: MOST * 60 } } };

function startLimited(timeScale: number, latency = 0): Promise<Sandbox> {
  return startSandbox({
    ...company,
    limits,
    timeScale,
    latency,
    tokenLifetime: 72_000,
    keptRequests: 20_000,
  });
}

test('10,000 calls over 20 endpoints never break a limit of the sandbox', async () => {
  const calls = 10_000;
  await using sandbox = await startLimited(60_000 / MINUTE);
  const outcome = await runCalls({
    url: sandbox.url,
    calls,
    factor: 60_000 / MINUTE,
    minute: MOST,
    paramsOf,
  });
  expect(outcome).toMatchObject({ answered: calls, failed: [] });

  const counts = new Map<string | undefined, number>();
  for (const { operation } of sandbox.requests) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  expect(counts.get('accessTokenGet')).toBe(1);
  counts.delete('accessTokenGet');
  // No call was refused, so none was sent twice.
  expect([...counts.values()]).toEqual(reads.map(() => calls / reads.length));

  const took = outcome.ended - outcome.begun;
  const shortest = (Math.ceil(calls / reads.length / MOST) - 1) * MINUTE;
  expect(took).toBeGreaterThanOrEqual(shortest);
  console.log(
    `quota: ${calls} calls to the sandbox in ${took} ms, where its limits allow ${shortest} ms at best`,
  );
}, 120_000);

test.each([
  ['one after the other', 1, 10_053],
  ['all at once', MOST, 10_052],
])('a client without limits exceeds them: calls %s', async (_, atOnce, code) => {
  await using sandbox = await startLimited(1, atOnce > 1 ? 20 : 0);
  const weiban = createWeiban({ ...sandbox.clientOptions, limits: false, retry: false });
  const codes = new Set<number | undefined>();
  for (let sent = 0; sent <= MOST; sent += atOnce) {
    const calls = Array.from({ length: atOnce }, () => weiban.staff.list({ limit: 1 }).result());
    for (const { error } of await Promise.all(calls)) codes.add(error?.code);
  }
  expect([...codes]).toContain(code);
});
