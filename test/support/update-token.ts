// A separate process that takes a token from a shared store. Prints the token, and whether it had to request it.
import { Redis } from 'ioredis';
import { createFileStore } from '../../src/file/index.ts';
import { createRedisStore } from '../../src/redis/index.ts';

const [kind = '', place = '', name = ''] = process.argv.slice(2);
const redis = kind === 'redis' ? new Redis(Number(place), '127.0.0.1') : undefined;
const store = redis ? createRedisStore(redis) : createFileStore(place);
let hasAsked = false;
const { token } = await store.update('key', async (stored) => {
  if (stored) return stored;
  hasAsked = true;
  if (name === 'dies') process.kill(process.pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { token: name, issuedAt: Date.now(), lifetime: 60_000 };
});
console.log(JSON.stringify({ token, hasAsked }));
redis?.disconnect();
