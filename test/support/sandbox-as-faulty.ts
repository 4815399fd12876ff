// The sandbox in the role of the faulty server of the client's own tests, with the interface of `faulty-server.ts`.

import { serveHttp } from '../../src/base/serve-http.ts';
import { createSandbox } from '../../src/sandbox/create-sandbox.ts';
import type { Scenario } from '../../src/sandbox/scenarios.ts';
import type { Fault, FaultyServer, OnStall } from './faulty-server.ts';
import { credentials } from './over-server.ts';

export { refusedPort } from './faulty-server.ts';

/** The scenario of a fault, and whether a request is executed although it fails. */
const SCENARIOS: Readonly<Record<Fault, readonly [Scenario | undefined, isExecuted: boolean]>> = {
  refused: [undefined, false],
  'reset before': [{ reset: true }, false],
  'reset after': [{ reset: true }, true],
  'stalled headers': [{ stall: 'headers' }, true],
  'stalled body': [{ stall: 'body' }, true],
  '500': [{ status: 500 }, true],
  '502 with HTML': [{ html: 502 }, true],
  'truncated JSON': [{ truncated: true }, true],
  '10052': [{ error: 'ConcurrencyLimitExceeded' }, false],
  '10053': [{ error: 'CallRateLimitExceeded' }, false],
  'rejected token': [{ error: 'AccessTokenInvalid' }, false],
  'expired token': [{ error: 'AccessTokenInvalid' }, false],
};

/** Starts a sandbox whose first `times` calls fail with the fault and whose other calls succeed, whatever is sent. */
export async function startFaultyServer(
  fault: Fault,
  times: number,
  onStall: OnStall = () => undefined,
): Promise<FaultyServer> {
  const sandbox = createSandbox({ ...credentials, limits: false, checkRequests: false });
  const [scenario, isExecuted] = SCENARIOS[fault];
  const counts = { arrived: 0, executed: 0, resets: 0, tokens: 0 };
  // A token expires after one successful call.
  let successes = fault === 'expired token' ? 1 : 0;
  let remaining = scenario === undefined ? 0 : times;
  sandbox.when('*', {
    decide() {
      counts.arrived++;
      if (successes-- > 0 || remaining <= 0) {
        counts.executed++;
        return { answer: {} };
      }
      remaining--;
      if (isExecuted) counts.executed++;
      if (fault === 'reset before') counts.resets++;
      if (scenario && 'stall' in scenario) onStall(scenario.stall);
      return scenario;
    },
  });
  const server = await serveHttp(
    (request) => {
      if (request.url.includes('access_token/get')) counts.tokens++;
      return sandbox.handle(request);
    },
    '127.0.0.1',
    0,
  );
  return {
    url: server.url,
    close: server.close,
    get arrived() {
      return counts.arrived;
    },
    get executed() {
      return counts.executed;
    },
    get resets() {
      return counts.resets;
    },
    get tokens() {
      return counts.tokens;
    },
  };
}
