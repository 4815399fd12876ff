// Customers that changed in a time range, oldest change first, and the position for the next run.
import { createWeiban } from 'weiban-openapi';
import type { CustomerChanged } from 'weiban-openapi/operations';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const all: CustomerChanged[] = [];
for await (const customer of weiban.externalUser.updateList.items({ source: 'external_user', limit: 100 }))
  all.push(customer);
const times = all.map(({ updated_at }) => updated_at).sort((a, b) => a - b);
const [from, to] = [times[50] ?? 0, times[100] ?? 0];

const rows: CustomerChanged[] = [];
const range = { start_update_time: from, end_update_time: to };
for await (const row of weiban.externalUser.updateList.items({
  source: 'external_user',
  limit: 100,
  ...range,
}))
  rows.push(row);
rows.sort((a, b) => a.updated_at - b.updated_at || a.id.localeCompare(b.id));
console.log(JSON.stringify({ ids: rows.map(({ id }) => id), next: rows.at(-1)?.updated_at }));
