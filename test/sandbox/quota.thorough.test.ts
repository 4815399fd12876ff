// The runtime's own scenario of the limits, with the sandbox as its server: real calls over HTTP, in a time of their own.
import { expect, test } from 'vitest';
import { type SandboxLimits, startSandbox } from '../../src/sandbox/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';
import { reads, runCalls } from '../support/quota-client.ts';
import { followTraffic } from '../support/traffic.ts';

/** The credentials of the scenario's client. */
const company = { corpId: 'corp-1', secret: 'secret-of-corp-1' };
const paramsOf = (row: string) => exampleCalls.find((call) => call.row === row)?.params ?? {};

// 100 calls a minute to each endpoint.
const MINUTE = 60_000;
const MOST = 100;
const limits: SandboxLimits = { inFlight: 5, windows: { read: { minute: MOST, hour: MOST * 60 } } };

test('10,000 calls over 20 endpoints never break a limit of the sandbox', async () => {
  const calls = 10_000;
  const traffic = followTraffic();
  const { clock } = traffic;
  await using sandbox = await startSandbox({
    ...company,
    limits,
    clock,
    tokenLifetime: 72_000,
    keptRequests: 20_000,
  });
  const begun = clock.now();
  const outcome = await runCalls({ url: sandbox.url, calls, factor: 1, minute: MOST, traffic, paramsOf });
  const took = clock.now() - begun;
  expect(outcome).toMatchObject({ answered: calls, failed: [] });

  const counts = new Map<string | undefined, number>();
  for (const { operation } of sandbox.requests) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  expect(counts.get('accessTokenGet')).toBe(1);
  counts.delete('accessTokenGet');
  // No call was refused, so none was sent twice.
  expect([...counts.values()]).toEqual(reads.map(() => calls / reads.length));

  const shortest = (Math.ceil(calls / reads.length / MOST) - 1) * MINUTE;
  expect(took).toBeGreaterThanOrEqual(shortest);
  console.log(
    `quota: ${calls} calls to the sandbox in ${took} ms, where its limits allow ${shortest} ms at best`,
  );
});
