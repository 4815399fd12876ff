// A process of its own that makes calls under limits shared through Redis: prints what came of them as JSON.
import { Redis } from 'ioredis';
import { createRedisGate, createRedisStore } from '../../src/redis/index.ts';
import { runCalls } from './quota-client.ts';

const [url = '', port, calls, factor, minute] = process.argv.slice(2);
const redis = new Redis(Number(port), '127.0.0.1');
redis.on('error', () => undefined);
let outages = 0;
const gate = createRedisGate(redis, { processes: 4, onAway: () => outages++ });
const result = await runCalls({
  url,
  calls: Number(calls),
  factor: Number(factor),
  minute: Number(minute),
  gate,
  tokens: createRedisStore(redis),
});
console.log(JSON.stringify({ ...result, outages }));
redis.disconnect();
