// Somebody resets the secret's token in the middle of a sync: nothing is lost, and one new token is requested.
import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox({ rows: 400 });
let tokens = 0;
const weiban = createWeiban({ ...sandbox.clientOptions, hooks: [{ onToken: () => (tokens += 1) }] });

let customers = 0;
for await (const _ of weiban.externalUser.list.items({ limit: 100 })) {
  customers += 1;
  if (customers === 150) sandbox.revokeTokens();
}
const issued = sandbox.requests.filter(({ operation }) => operation === 'accessTokenGet').length;
await sandbox.close();
console.log(JSON.stringify({ customers, issued, tokens }));
