// Cron jobs on one machine share the token through a file: two clients, one after the other, ask for one token.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWeiban } from 'weiban-openapi';
import { createFileStore } from 'weiban-openapi/file';
import { startSandbox } from 'weiban-openapi/sandbox';

const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
const file = join(folder, 'weiban-tokens.json');
const sandbox = await startSandbox();
const client = () =>
  createWeiban({ ...sandbox.clientOptions, tokens: createFileStore(file), limits: { inFlight: 2 } });
const tokens = () => sandbox.requests.filter(({ operation }) => operation === 'accessTokenGet').length;

await Promise.all([client().staff.list({ limit: 1 }), client().tag.list({ limit: 1 })]);
const together = tokens();
await client().staff.list({ limit: 1 });
const later = tokens();
sandbox.revokeTokens();
await client().staff.list({ limit: 1 });
const revoked = tokens();
await sandbox.close();
const mode = (statSync(file).mode & 0o777).toString(8);
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ together, later, revoked, mode }));
