// Our database knows the first 300 customers: walk back from the newest until one is known.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const known = new Set<string>();
for await (const { id } of weiban.externalUser.list.items({ limit: 100 })) {
  known.add(id);
  if (known.size === 300) break;
}
const news: string[] = [];
for await (const { id } of weiban.externalUser.list.items({ limit: 20 }, { order: 'last-first' })) {
  if (known.has(id)) break;
  news.push(id);
}
console.log(JSON.stringify({ count: news.length, news: news.reverse() }));
