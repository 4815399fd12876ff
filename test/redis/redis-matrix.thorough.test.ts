import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type QuotaServer, startQuotaServer } from '../support/quota-server.ts';
import type { MatrixCell, MatrixOutcome, MatrixTask } from '../support/redis-matrix-process.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';

// A minute takes four seconds. Times in the table are real ones.
const MINUTE_MS = 4000;
const MOST = 25;
const ENDPOINTS = 4;
// Four minutes of calls, of which the fault meets the second one.
const CALLS = ENDPOINTS * MOST * 4;
const FAULT_AFTER = ENDPOINTS * MOST + 10;
const WIDTHS = [15, 11, 7, 6, 14, 16];
const CLOCK_ERROR_MS = 61_000;
// So that every process has a call to send meanwhile.
const LONGER_THAN_A_WINDOW_MS = 6000;
const SLOW = 'no answer within';

interface Fault {
  readonly name: string;
  /** Milliseconds until it ends. */
  readonly length: number;
  readonly begin: (server: RedisServer, admin: Redis) => unknown;
  readonly end: (server: RedisServer, admin: Redis) => unknown;
  /** Part of what `onAway` is told; undefined if nothing is to be told. */
  readonly told: string | undefined;
  /** Milliseconds by which the clock of one process is wrong. */
  readonly clockError?: number;
}

const nothing = () => undefined;
const stalled = {
  begin: (server: RedisServer) => server.hang(),
  end: (server: RedisServer) => server.wake(),
};
const FAULTS: readonly Fault[] = [
  { name: 'stalled 2 s', length: 2000, ...stalled, told: SLOW },
  // Longer than any window that can be waited out.
  { name: 'stalled 70 s', length: (70_000 * MINUTE_MS) / 60_000, ...stalled, told: SLOW },
  {
    name: 'read-only',
    length: LONGER_THAN_A_WINDOW_MS,
    begin: (_, admin) => admin.replicaof('127.0.0.1', '1'),
    end: (_, admin) => admin.replicaof('NO', 'ONE'),
    told: 'READONLY',
  },
  {
    name: 'out of memory',
    length: LONGER_THAN_A_WINDOW_MS,
    begin: (_, admin) => admin.config('SET', 'maxmemory', '1'),
    end: (_, admin) => admin.config('SET', 'maxmemory', '0'),
    told: 'OOM',
  },
  {
    name: 'wrong rights',
    length: LONGER_THAN_A_WINDOW_MS,
    begin: (_, admin) => admin.call('ACL', 'SETUSER', 'default', 'resetkeys', '~other:*'),
    end: (_, admin) => admin.call('ACL', 'SETUSER', 'default', 'resetkeys', '~*'),
    told: 'NOPERM',
  },
  { name: 'flushed', length: 0, begin: (_, admin) => admin.flushall(), end: nothing, told: 'lost keys' },
  {
    name: 'clock +61 s',
    length: 0,
    begin: nothing,
    end: nothing,
    told: undefined,
    clockError: CLOCK_ERROR_MS,
  },
  {
    name: 'clock -61 s',
    length: 0,
    begin: nothing,
    end: nothing,
    told: undefined,
    clockError: -CLOCK_ERROR_MS,
  },
  {
    name: 'killed',
    length: 2000,
    begin: (server) => server.kill(),
    end: (server) => server.restart(),
    told: 'connection',
  },
];

interface Cell extends Fault {
  readonly processes: number;
  readonly redis: RedisServer;
  readonly server: QuotaServer;
  /** When Redis could be used again, in milliseconds since the epoch. */
  endedAt: number;
  readonly outcomes: MatrixOutcome[];
}

async function startCell(fault: Fault, processes: number): Promise<Cell> {
  const redis = await startRedis();
  const server = await startQuotaServer({
    inFlight: 5,
    windows: [[MINUTE_MS, MOST]],
    block: MINUTE_MS,
    latency: 5,
  });
  return { ...fault, processes, redis, server, endedAt: 0, outcomes: [] };
}

async function suffer(cell: Cell): Promise<void> {
  const admin = cell.redis.connect();
  while (cell.server.stats().calls < FAULT_AFTER) await pause(10);
  await cell.begin(cell.redis, admin);
  await pause(cell.length);
  await cell.end(cell.redis, admin);
  cell.endedAt = Date.now();
}

const script = new URL('../support/redis-matrix-process.ts', import.meta.url).pathname;

/** Runs a process that takes part in these cells, and collects what came of them. Resolves when it is ready to start. */
async function startProcess(cells: readonly Cell[], clockError: number): Promise<() => Promise<void>> {
  const child: ChildProcess = fork(script, { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return async () => {
    const answer = once(child, 'message');
    const task: MatrixTask = {
      cells: cells.map(({ server, redis, processes }): MatrixCell => {
        return { url: server.url, redisPort: redis.port, calls: CALLS / processes, processes };
      }),
      clockError,
      factor: 60_000 / MINUTE_MS,
      minute: MOST,
      endpoints: ENDPOINTS,
    };
    child.send(task);
    const [outcomes]: MatrixOutcome[][] = await answer;
    for (const [at, cell] of cells.entries()) {
      const outcome = outcomes?.[at];
      if (outcome) cell.outcomes.push(outcome);
    }
  };
}

/** Seconds from the end of the fault until the last process shares the limits again. */
function secondsUntilNormal({ outcomes, endedAt }: Cell): number {
  const backs = outcomes.flatMap(({ told }) =>
    told.filter(({ what }) => what === 'back').map(({ at }) => at),
  );
  return backs.length === 0 ? 0 : Math.max(...backs.map((at) => at - endedAt)) / 1000;
}

describe.skipIf(!hasRedis)('faults of Redis, with one and with four processes', () => {
  const cells: Cell[] = [];
  beforeAll(async () => {
    for (const fault of FAULTS) for (const processes of [1, 4]) cells.push(await startCell(fault, processes));
    // Four processes take part in every cell; in the cells with a wrong clock, another one takes the first one's part.
    const tasks = [0, 1, 2, 3].map(
      (at) => [cells.filter((cell) => at < cell.processes && !(cell.clockError && at === 0)), 0] as const,
    );
    const wrong = [CLOCK_ERROR_MS, -CLOCK_ERROR_MS].map(
      (error) => [cells.filter(({ clockError }) => clockError === error), error] as const,
    );
    const starts = await Promise.all(
      [...tasks, ...wrong].map(([group, error]) => startProcess(group, error)),
    );
    await Promise.all([...starts.map((start) => start()), ...cells.map(suffer)]);
  }, 240_000);

  afterAll(async () => {
    const rows = cells.map((cell) => {
      const told = cell.outcomes.flatMap((outcome) =>
        outcome.told.map(({ what }) => what.replace(/ script:.*/, '')),
      );
      const counts = [...new Set(told)].map(
        (what) => `${told.filter((other) => other === what).length} × ${what}`,
      );
      const { tooMany, tooOften, calls } = cell.server.stats();
      return [
        cell.name,
        `${cell.processes}`,
        `${calls}`,
        `${CALLS - cell.outcomes.reduce((sum, { answered }) => sum + answered, 0)}`,
        `${tooMany + tooOften}`,
        secondsUntilNormal(cell).toFixed(1),
        counts.join('; ') || 'nothing',
      ];
    });
    const head = ['fault', 'processes', 'calls', 'lost', 'limit errors', 's until normal', 'told'];
    const table = [head, ...rows].map((row) => row.map((text, at) => text.padEnd(WIDTHS[at] ?? 0)).join(''));
    console.log(['Each call is made once; a minute takes four seconds:', ...table].join('\n'));
    await Promise.all(cells.flatMap(({ redis, server }) => [redis.close(), server.close()]));
  });

  for (const processes of [1, 4]) {
    test.each(FAULTS)(`$name, processes: ${processes}`, ({ name, told }) => {
      const cell = cells.find((candidate) => candidate.name === name && candidate.processes === processes);
      if (!cell) throw new Error('the cell did not run');
      expect(cell.outcomes).toHaveLength(processes);
      expect(cell.outcomes.flatMap(({ failed }) => failed)).toEqual([]);
      expect(cell.outcomes.reduce((sum, { answered }) => sum + answered, 0)).toBe(CALLS);
      expect(cell.server.stats()).toMatchObject({ calls: CALLS, tooMany: 0, tooOften: 0 });
      for (const outcome of cell.outcomes) {
        const texts = outcome.told.map(({ what }) => what);
        const reasons = texts.filter((what) => what !== 'back');
        expect(texts).toEqual(reasons.flatMap((reason) => [reason, 'back']));
        // On a machine under load, Redis may take longer than a second over an answer, which is an outage of its own.
        const others = reasons.filter((reason) => !reason.includes(SLOW));
        if (told === SLOW) expect(reasons).toHaveLength(1);
        else if (told !== undefined) expect(reasons).not.toEqual([]);
        expect(others.length).toBeLessThanOrEqual(1);
        for (const reason of others) expect(reason).toContain(told ?? 'nothing');
      }
      // Three to six seconds, of which `rejoinAfter` takes three, unless the machine is under load.
      expect(secondsUntilNormal(cell)).toBeLessThan(60);
    });
  }
});
