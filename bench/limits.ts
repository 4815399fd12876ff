import { fourProcesses, oneProcess, type QuotaResult } from '../test/support/quota-scenarios.ts';
import { hasRedis } from '../test/support/redis-server.ts';
import type { Figure } from './support/figures.ts';

// 500 calls to each of 20 endpoints, 100 a minute, in real time: with shorter minutes, the time of a call and the seconds
// in which processes reconnect to Redis would weigh too much.
const scale = { minute: 60_000, most: 100 };

/**
 * Measures how much of the allowed throughput 10,000 calls to 20 endpoints reach, against a server that enforces the limits
 * in their strictest reading: the shortest time that the windows allow, divided by the time taken.
 */
export async function limits(): Promise<Figure[]> {
  const figures = [figureOf('one process', await oneProcess(scale))];
  if (!hasRedis) throw new Error('redis-server is not installed; the figures for several processes need it.');
  figures.push(figureOf('four processes over Redis', await fourProcesses(scale)));
  const outage = { afterCalls: 4000, length: 5000 };
  figures.push(figureOf('the same, Redis killed and restarted', await fourProcesses(scale, outage)));
  return figures;
}

function figureOf(name: string, { answered, stats, share }: QuotaResult): Figure {
  return {
    section: 'limits, 10,000 calls',
    name,
    value: share * 100,
    unit: '% of allowed',
    least: 90,
    note: `${answered} answered, ${stats.tooMany + stats.tooOften} limit errors, ${stats.tokens} token requests`,
  };
}
