// Adds a tag to many customers. Start it as often as you like, on one machine or several: the processes share the work
// and, through Redis, Weiban's limits for the company. Finished customers stay finished: start it again after a
// failure.
//
//   npm install weiban-openapi ioredis
//   WEIBAN_CORP_ID=… WEIBAN_SECRET=… npx tsx tag-customers.ts <job name> <tag id> customers.txt
//
// The file has one customer id per line. REDIS_URL names the server, WEIBAN_BASE_URL a sandbox. Exit code 0: nothing
// failed, and the last line says how many remain for others; 1: some failed, start it again; 2: wrong arguments.

import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { createWeiban, isWeibanError } from 'weiban-openapi';
import { createRedisGate, createRedisStore } from 'weiban-openapi/redis';

/** How long a process may take for one customer before another process may take it, in milliseconds. */
const CLAIM_MS = 10 * 60_000;
const AT_ONCE = 5;

const [job, tag, file] = process.argv.slice(2);
if (job === undefined || tag === undefined || file === undefined) {
  console.error('Give the name of the job, the id of the tag, and a file of customer ids.');
  process.exit(2);
}
const customers = [...new Set(readFileSync(file, 'utf8').split(/\s+/).filter(Boolean))];
const doneKey = `tag-customers:${job}:done`;

const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
const weiban = createWeiban({
  baseUrl: process.env.WEIBAN_BASE_URL,
  tokens: createRedisStore(redis),
  gate: createRedisGate(redis, { processes: 4 }),
  // 300 customers a minute: with many customers, the last ones wait for a long time.
  timeout: CLAIM_MS,
});

const counts = { tagged: 0, impossible: 0, failed: 0 };
const queue = customers.values();
// All workers take from one iterator, so that each customer is taken once in this process.
await Promise.all(Array.from({ length: AT_ONCE }, work));
const remaining = customers.length - (await redis.scard(doneKey));
console.log(
  `${JSON.stringify(counts)}, ${remaining} of ${customers.length} left for other processes or another run`,
);
redis.disconnect();
if (counts.failed > 0) process.exitCode = 1;

async function work(): Promise<void> {
  for (const customer of queue) {
    if (!(await claim(customer))) continue;
    try {
      await addTag(customer);
      await redis.sadd(doneKey, customer);
    } catch (error) {
      counts.failed += 1;
      console.error(`${customer}: ${isWeibanError(error) ? error.message : String(error)}`);
      await redis.del(claimKey(customer));
    }
  }
}

async function addTag(customer: string): Promise<void> {
  const outcome = await weiban.tag
    .batchUpdate({ external_user_id: customer, add_tag_id_list: [String(tag)] })
    .result();
  if (outcome.ok) {
    counts.tagged += 1;
  } else if (outcome.error.is('TaggingCustomerNotFound') || outcome.error.is('WecomCustomerIdInvalid')) {
    // A later run would fail in the same way.
    counts.impossible += 1;
    console.error(`${customer}: ${outcome.error.reason}`);
  } else {
    throw outcome.error;
  }
}

/** Claims a customer for this process, unless it is done or another process has it. */
async function claim(customer: string): Promise<boolean> {
  const isMine = await redis.set(claimKey(customer), process.pid, 'PX', CLAIM_MS, 'NX');
  // Check after the claim: another process might finish between a check and the claim.
  return isMine === 'OK' && (await redis.sismember(doneKey, customer)) === 0;
}

function claimKey(customer: string): string {
  return `tag-customers:${job}:claim:${customer}`;
}
