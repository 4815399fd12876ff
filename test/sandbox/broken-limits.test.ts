import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { manualClock } from '../support/clocks.ts';

const MOST = 100;

test.each([
  ['one after the other', 1, 10_053],
  ['all at once', MOST, 10_052],
])('a client without limits does break them: calls %s', async (_, atOnce, code) => {
  const clock = manualClock();
  await using sandbox = await startSandbox({
    clock,
    limits: { inFlight: 5, windows: { read: { minute: MOST } } },
  });
  const weiban = createWeiban({ ...sandbox.clientOptions, limits: false, retry: false });
  // Brings the token, so that from now on only calls to one endpoint arrive.
  await weiban.tag.list({ limit: 1 });
  const before = sandbox.requests.length;
  // Those that are let in stay until all have come.
  if (atOnce > 1) sandbox.when('staffList', { slow: 20 });
  const codes: (number | undefined)[] = [];
  const hasArrived = (count: number) => sandbox.requests.length - before >= count;
  for (let sent = 0; sent <= MOST; sent += atOnce) {
    const calls = Array.from({ length: atOnce }, async () => {
      const { error } = await weiban.staff.list({ limit: 1 }).result();
      codes.push(error?.code);
    });
    while (!hasArrived(sent + atOnce)) await setImmediate();
    while (atOnce > 1 && codes.length < sent + atOnce) {
      await clock.advance(1);
      await setImmediate();
    }
    await Promise.all(calls);
  }
  expect(codes).toContain(code);
});
