// A process of its own that makes calls in several cells of the matrix side by side, each with a Redis and a server of
// its own. Its parent sends a `MatrixTask` and gets a list of `MatrixOutcome`.
import { Redis } from 'ioredis';
import { createRedisGate, createRedisStore } from '../../src/redis/index.ts';
import { runCalls } from './quota-client.ts';

/** One cell, as one of its processes sees it. */
export interface MatrixCell {
  readonly url: string;
  readonly redisPort: number;
  readonly calls: number;
  readonly processes: number;
}

/** What a process has to do. */
export interface MatrixTask {
  readonly cells: readonly MatrixCell[];
  /** Milliseconds by which the clock of this process is wrong. */
  readonly clockError: number;
  readonly factor: number;
  /** Calls to one endpoint within a minute of the client's time. */
  readonly minute: number;
  readonly endpoints: number;
}

/** What came of a cell in one process. */
export interface MatrixOutcome {
  readonly answered: number;
  readonly failed: readonly string[];
  /** What was told, and when: milliseconds since the epoch by the right clock. */
  readonly told: readonly { readonly what: string; readonly at: number }[];
}

const LINGER_MS = 15_000;
const rightNow = Date.now;

async function runCell(cell: MatrixCell, { clockError, ...scale }: MatrixTask): Promise<MatrixOutcome> {
  const redis = new Redis(cell.redisPort, '127.0.0.1');
  redis.on('error', () => undefined);
  const told: { what: string; at: number }[] = [];
  const tell = (what: string) => told.push({ what, at: rightNow() });
  const gate = createRedisGate(redis, {
    processes: cell.processes,
    onAway: (error) => tell(`away: ${Object(error).message}`),
    onBack: () => tell('back'),
    clock: {
      now: () => performance.timeOrigin + performance.now() + clockError,
      after(milliseconds, work) {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  });
  const { url, calls } = cell;
  const result = await runCalls({ url, calls, ...scale, gate, tokens: createRedisStore(redis) });
  const end = performance.now() + LINGER_MS;
  while (told.length % 2 === 1 && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50));
  redis.disconnect();
  return { answered: result.answered, failed: result.failed, told };
}

process.once('message', async (task: MatrixTask) => {
  Date.now = () => rightNow() + task.clockError;
  process.send?.(await Promise.all(task.cells.map((cell) => runCell(cell, task))));
  process.disconnect();
});
process.send?.('ready');
