// The nightly sync: only customers since the last run. Here the last run is when half of them were there.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const times: number[] = [];
for await (const { created_at } of weiban.externalUser.list.items({ limit: 100 })) times.push(created_at);
times.sort((a, b) => a - b);
const lastRun = times[Math.floor(times.length / 2)] ?? 0;

const changed: string[] = [];
const walk = weiban.externalUser.list.items({
  start_time: lastRun,
  end_time: lastRun + 86_400 * 365,
  limit: 100,
});
for await (const { id } of walk) changed.push(id);
console.log(JSON.stringify({ lastRun, changed: changed.sort(), fewer: changed.length < times.length }));
