// Another program of the company uses up the calls in flight: the job waits and goes on by itself.
import { createCounters, createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox({ rows: 120 });
const counters = createCounters();
const waits: string[] = [];
const weiban = createWeiban({
  ...sandbox.clientOptions,
  hooks: [counters.hooks, { onRetry: ({ operation }) => waits.push(operation) }],
});
sandbox.when('externalUserBatchGet', 'error:ConcurrencyLimitExceeded', { times: 1, after: 2 });

const ids: string[] = [];
for await (const { id } of weiban.externalUser.list.items({ limit: 100 })) ids.push(id);
const customers = await weiban.externalUser.batchGet.all({ id_list: ids });
const { requests } = counters.read().operations.externalUserBatchGet ?? { requests: 0 };
await sandbox.close();
console.log(JSON.stringify({ customers: customers.length, requests, waits }));
