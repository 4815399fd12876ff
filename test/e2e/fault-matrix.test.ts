import { afterAll, describe, expect, test } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { createWeiban } from '../../src/index.ts';
import { type Fault, refusedPort, startFaultyServer } from '../support/faulty-server.ts';
import { credentials } from '../support/over-server.ts';
import { followTraffic } from '../support/traffic.ts';

type Safety = 'read' | 'idempotent' | 'write';

/** An operation of each safety, according to `x-safety` in the specification. */
const ROWS: Readonly<Record<Safety, RegExp>> = {
  read: /^GET opportunity\/one rr/,
  idempotent: /^POST tag\/update i/,
  write: /^POST tag_group\/add ww/,
};

/** The expected outcome of one cell, and how many requests were sent. */
type Want = readonly [outcome: string, requests: number];

// The fault occurs once, then the server works again.
const ONCE: readonly [Fault, read: Want, idempotent: Want, write: Want][] = [
  ['refused', ['value', 2], ['value', 2], ['value', 2]],
  ['reset before', ['value', 2], ['value', 2], ['transport', 1]],
  ['reset after', ['value', 2], ['value', 2], ['transport', 1]],
  ['stalled headers', ['value', 2], ['value', 2], ['timeout', 1]],
  ['stalled body', ['value', 2], ['value', 2], ['timeout', 1]],
  ['500', ['value', 2], ['value', 2], ['api -1', 1]],
  ['502 with HTML', ['value', 2], ['value', 2], ['response html', 1]],
  ['truncated JSON', ['value', 2], ['value', 2], ['response truncated', 1]],
  ['10052', ['value', 2], ['value', 2], ['value', 2]],
  ['10053', ['value', 2], ['value', 2], ['value', 2]],
  ['rejected token', ['value', 2], ['value', 2], ['value', 2]],
  ['expired token', ['value', 2], ['value', 2], ['value', 2]],
];

// The fault occurs forever. 10052 pauses 1, 2, 4, … 32 s before a pause would be longer than a minute; 10053
// a minute, then an hour.
const ALWAYS: readonly [Fault, read: Want, idempotent: Want, write: Want][] = [
  ['refused', ['transport', 3], ['transport', 3], ['transport', 3]],
  ['reset before', ['transport', 3], ['transport', 3], ['transport', 1]],
  ['reset after', ['transport', 3], ['transport', 3], ['transport', 1]],
  ['stalled headers', ['timeout', 3], ['timeout', 3], ['timeout', 1]],
  ['stalled body', ['timeout', 3], ['timeout', 3], ['timeout', 1]],
  ['500', ['api -1', 3], ['api -1', 3], ['api -1', 1]],
  ['502 with HTML', ['response html', 3], ['response html', 3], ['response html', 1]],
  ['truncated JSON', ['response truncated', 3], ['response truncated', 3], ['response truncated', 1]],
  ['10052', ['limit 10052', 7], ['limit 10052', 7], ['limit 10052', 7]],
  ['10053', ['limit 10053', 2], ['limit 10053', 2], ['limit 10053', 2]],
  ['rejected token', ['api 10001', 2], ['api 10001', 2], ['api 10001', 2]],
  ['expired token', ['api 10001', 2], ['api 10001', 2], ['api 10001', 2]],
];

interface Cell {
  readonly outcome: string;
  readonly requests: number;
  readonly executed: number;
  readonly tokens: number;
}

/** One call of that safety against a server with that fault. The client's time passes while nothing is under way. */
async function tryOut(fault: Fault, times: number, safety: Safety): Promise<Cell> {
  const nobody = await refusedPort();
  let refusals = 0;
  let requests = 0;
  const traffic = followTraffic((url, init) => {
    if (url.includes('access_token/get')) return fetch(url, init);
    requests++;
    if (fault !== 'refused' || refusals >= times) return fetch(url, init);
    refusals++;
    return fetch(url.replace(server.url, nobody.url), init);
  });
  const server = await startFaultyServer(fault, times, traffic.stall);
  const weiban = createWeiban({
    ...credentials,
    baseUrl: server.url,
    fetch: traffic.fetch,
    clock: traffic.clock,
    timeout: Infinity,
  });
  try {
    if (fault === 'expired token') await weiban.opportunity.list({ limit: 1 }).result();
    const before = { executed: server.executed, requests };
    // Any operation of that safety, whatever its arguments are.
    const row = operations.find((candidate) => ROWS[safety].test(candidate))?.replace(/ f=\S*/, '') ?? '';
    const { error } = await weiban['~call'](row, { id: '1' }).result();
    const detail = error?.code ?? error?.problem;
    return {
      outcome: error ? [error.kind, detail].filter((part) => part !== undefined).join(' ') : 'value',
      requests: requests - before.requests,
      executed: server.executed - before.executed,
      tokens: server.tokens,
    };
  } finally {
    await server.close();
    await nobody.close();
  }
}

const SAFETIES = ['read', 'idempotent', 'write'] as const;
const lines: string[] = [];
afterAll(() => {
  const head = `${'fault'.padEnd(28)}${SAFETIES.map((safety) => safety.padEnd(26)).join('')}`;
  console.log(['What happens, and how many requests are sent:', head, ...lines].join('\n'));
});

const tables = [
  ['once', 1, ONCE],
  ['always', Number.POSITIVE_INFINITY, ALWAYS],
] as const;

describe.each(tables)('%s', (name, times, table) => {
  test.each(table)('%s', async (fault, ...wants) => {
    const cells = await Promise.all(SAFETIES.map((safety) => tryOut(fault, times, safety)));
    lines.push(
      `${`${fault}, ${name}`.padEnd(28)}${cells.map(({ outcome, requests }) => `${outcome}, ${requests}`.padEnd(26)).join('')}`,
    );
    expect(cells.map(({ outcome, requests }) => [outcome, requests])).toEqual(wants);
    // No write is ever sent twice where it may have been executed.
    expect(cells[2]?.executed).toBeLessThanOrEqual(1);
    const renewals = /token/.test(fault) ? 1 : 0;
    for (const { tokens } of cells) expect(tokens).toBe(1 + renewals);
  });
});
