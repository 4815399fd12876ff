// Store page by page: each "transaction" holds the rows and the offset that comes next.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const transactions: { rows: number; next: number; total: number }[] = [];
const stored = new Set<string>();
let next = 0;
for await (const page of weiban.externalUser.list.pages({ limit: 50 }, { concurrency: 3 })) {
  for (const { id } of page.external_user_list) stored.add(id);
  next += page.external_user_list.length;
  transactions.push({ rows: page.external_user_list.length, next, total: page.total });
}
console.log(JSON.stringify({ transactions, complete: stored.size === transactions.at(-1)?.total }));
