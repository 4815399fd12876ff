import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type QuotaOutcome, runCalls } from './quota-client.ts';
import { type QuotaServer, type QuotaStats, startQuotaServer } from './quota-server.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

/** What 10,000 calls over 20 endpoints came to. */
export interface QuotaResult {
  readonly answered: number;
  readonly failed: readonly string[];
  readonly stats: QuotaStats;
  /** The shortest time in which the limits allow so many calls, by the time they took. */
  readonly share: number;
  /** How often a process said that Redis is away. */
  readonly outages: number;
}

const CALLS = 10_000;
const PROCESSES = 4;
const run = promisify(execFile);
const script = new URL('./quota-process.ts', import.meta.url).pathname;

interface Scale {
  /** Milliseconds that a minute takes. */
  readonly minute: number;
  /** Calls to one endpoint within it. */
  readonly most: number;
}

async function measure(
  { minute, most }: Scale,
  work: (server: QuotaServer) => Promise<(QuotaOutcome & { readonly outages?: number })[]>,
): Promise<QuotaResult> {
  const server = await startQuotaServer({
    inFlight: 5,
    windows: [[minute, most]],
    block: minute,
    latency: 0,
  });
  try {
    const parts = await work(server);
    const took = Math.max(...parts.map(({ ended }) => ended)) - Math.min(...parts.map(({ begun }) => begun));
    const shortest = (Math.ceil(CALLS / 20 / most) - 1) * minute;
    return {
      answered: parts.reduce((sum, { answered }) => sum + answered, 0),
      failed: parts.flatMap(({ failed }) => failed),
      outages: parts.reduce((sum, { outages = 0 }) => sum + outages, 0),
      stats: server.stats(),
      share: shortest / took,
    };
  } finally {
    await server.close();
  }
}

/** All calls from this process. */
export function oneProcess(scale: Scale): Promise<QuotaResult> {
  const { minute, most } = scale;
  return measure(scale, async ({ url }) => [
    await runCalls({ url, calls: CALLS, factor: 60_000 / minute, minute: most }),
  ]);
}

/** An outage of Redis: once so many calls were answered, for so many milliseconds. */
interface Outage {
  readonly afterCalls: number;
  readonly length: number;
}

/** From four processes that share their limits through Redis, which is killed and restarted where that is asked for. */
export async function fourProcesses(scale: Scale, outage?: Outage): Promise<QuotaResult> {
  const redis = await startRedis();
  try {
    return await measure(scale, async (server) => {
      const values = [server.url, redis.port, CALLS / PROCESSES, 60_000 / scale.minute, scale.most].map(
        String,
      );
      const runProcess = async () =>
        JSON.parse((await run(process.execPath, ['--import', 'tsx', script, ...values])).stdout);
      const [...parts] = await Promise.all([
        ...Array.from({ length: PROCESSES }, runProcess),
        ...(outage ? [suffer(outage, server, redis)] : []),
      ]);
      return parts.slice(0, PROCESSES);
    });
  } finally {
    await redis.close();
  }
}

async function suffer(
  { afterCalls, length }: Outage,
  server: QuotaServer,
  redis: RedisServer,
): Promise<void> {
  while (server.stats().calls < afterCalls) await pause(10);
  await redis.kill();
  await pause(length);
  await redis.restart();
}
