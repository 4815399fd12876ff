// Adds a tag to many customers. Start it as often as you like, on one machine or several: the processes share the work
// through a queue (BullMQ) on the Redis that also shares Weiban's limits. A process that is killed loses nothing: another
// one takes its customers over, and asks Weiban whether the tag is there before it sends a call again. Finished customers
// stay finished: start it again after a failure.
//
//   npm install weiban-openapi ioredis bullmq
//   WEIBAN_CORP_ID=… WEIBAN_SECRET=… npx tsx tag-customers.ts <job name> <tag id> customers.txt
//
// The file has one customer id per line. REDIS_URL names the server, WEIBAN_BASE_URL a sandbox. Exit code 0: nothing
// failed here; 1: some failed, start it again; 2: wrong arguments.

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { createWeiban, isWeibanError } from 'weiban-openapi';
import { createRedisGate, createRedisStore } from 'weiban-openapi/redis';

/** A customer to tag. `isSent`: a call was sent, and its answer may be lost. */
interface Task {
  readonly customer: string;
  readonly isSent?: boolean;
}

/** After so long without a sign of life, another process takes over a customer, in milliseconds. */
const LOCK_MS = 10_000;
const AT_ONCE = 5;
const AT_A_TIME = 1000;

const [jobName, tagId, file] = process.argv.slice(2);
if (jobName === undefined || tagId === undefined || file === undefined) {
  console.error('Give the name of the job, the id of the tag, and a file of customer ids.');
  process.exit(2);
}
const tag = tagId;
const customers = [...new Set(readFileSync(file, 'utf8').split(/\s+/).filter(Boolean))];

// BullMQ waits for work for as long as it takes, so no request to Redis may give up.
const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379', { maxRetriesPerRequest: null });
const weiban = createWeiban({
  baseUrl: process.env.WEIBAN_BASE_URL,
  tokens: createRedisStore(redis),
  gate: createRedisGate(redis, { processes: 4 }),
  // 300 customers a minute, shared by all processes: a call may have to wait.
  timeout: 10 * 60_000,
});
const { tag_name, tag_group } = await findTag();
if (tag_name === undefined) {
  console.error(`There is no tag ${tag}; \`npx weiban call tag.v2.list\` lists all.`);
  process.exit(2);
}

const counts = { tagged: 0, impossible: 0, failed: 0 };
const queue = new Queue<Task>(`tag-customers-${jobName}`, { connection: redis });
await fillQueue();
const worker = new Worker<Task>(queue.name, addTag, {
  connection: redis,
  concurrency: AT_ONCE,
  lockDuration: LOCK_MS,
  stalledInterval: LOCK_MS / 2,
  // However often a process is killed, its customers go back into the queue.
  maxStalledCount: Number.MAX_SAFE_INTEGER,
});
worker.on('error', (error) => console.error(`queue: ${error.message}`));
worker.on('failed', (job, error) => {
  if (job?.finishedOn === undefined) return;
  counts.failed += 1;
  console.error(`${job.data.customer}: ${error.message}`);
});
// Finishes the calls in flight, then ends; the others go on.
process.once('SIGTERM', () => worker.close());

while (!worker.closing && (await countUnfinished()) > 0) await wait(500);
await worker.close();
const remaining = customers.length - (await queue.getCompletedCount());
console.log(`${JSON.stringify(counts)}, ${remaining} of ${customers.length} left`);
await queue.close();
redis.disconnect();
if (counts.failed > 0) process.exitCode = 1;

/** Adds all customers. The queue ignores those that it has, and gets those back that failed. */
async function fillQueue(): Promise<void> {
  // Before the new ones, so that this run does not repeat its own failures.
  for (const job of await queue.getFailed()) await job.retry().catch(() => 'another process was faster');
  for (let from = 0; from < customers.length; from += AT_A_TIME) {
    await queue.addBulk(
      customers.slice(from, from + AT_A_TIME).map((customer) => ({
        name: 'tag',
        data: { customer },
        opts: { jobId: customer, attempts: 3, backoff: { type: 'exponential', delay: 1000 } },
      })),
    );
  }
}

async function countUnfinished(): Promise<number> {
  const jobs = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
  return Object.values(jobs).reduce((sum, count) => sum + count, 0);
}

/** Tags one customer. Whatever is unknown about an earlier attempt is asked, never repeated. */
async function addTag(job: Job<Task>): Promise<void> {
  const { customer, isSent = false } = job.data;
  if (isSent && (await hasTag(customer))) {
    counts.tagged += 1;
    return;
  }
  // Before the call: after it, this process may be gone.
  await job.updateData({ customer, isSent: true });
  const outcome = await weiban.tag
    // Without retries of its own: an attempt that may have been executed is asked about first.
    .batchUpdate({ external_user_id: customer, add_tag_id_list: [tag] }, { retry: false })
    .result();
  if (outcome.ok) {
    counts.tagged += 1;
    return;
  }
  const { error } = outcome;
  if (error.is('TaggingCustomerNotFound') || error.is('WecomCustomerIdInvalid')) {
    // A later run would fail in the same way.
    counts.impossible += 1;
    console.error(`${customer}: ${error.reason}`);
    return;
  }
  // Weiban refused the call, or it was never sent: nothing is unknown, and a repetition would fail in the same way.
  if (isWeibanError(error) && ['api', 'limit', 'config'].includes(error.kind)) {
    await job.updateData({ customer });
    throw new UnrecoverableError(error.message);
  }
  throw error;
}

/** The names of the tag: customers have no ids of tags. */
async function findTag(): Promise<{ tag_name: string | undefined; tag_group: string | undefined }> {
  const found = (await weiban.tag.v2List({ tag_id: tag })).tag_list[0];
  return { tag_name: found?.tag_name, tag_group: found?.tag_group };
}

async function hasTag(customer: string): Promise<boolean> {
  const { external_user } = await weiban.externalUser.get({ id: customer });
  const tags = (external_user.follow_staffs ?? []).flatMap((relation) => relation.tags ?? []);
  return tags.some((known) => known.name === tag_name && known.group === tag_group);
}
