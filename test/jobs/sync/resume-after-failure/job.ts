// A walk that breaks off in the middle goes on where it stopped, without losing or repeating a customer.
import { createWeiban, isWeibanError } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox({ rows: 260 });
const weiban = createWeiban(sandbox.clientOptions);
sandbox.when('externalUserList', 'html502', { after: 2, times: 3 }); // the call and its two repeats

const stored: string[] = [];
const stops: unknown[] = [];
for (let run = 1; run <= 3; run += 1) {
  try {
    for await (const page of weiban.externalUser.list.pages({ limit: 50, offset: stored.length }))
      stored.push(...page.external_user_list.map(({ id }) => id));
    break;
  } catch (error) {
    if (!isWeibanError(error)) throw error;
    stops.push([stored.length, error.kind, error.status]);
  }
}
await sandbox.close();
console.log(JSON.stringify({ stops, stored: stored.length, distinct: new Set(stored).size }));
