// The job may take five calls a minute. What it cannot do in time, it leaves to the next run.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({
  baseUrl: process.env.WEIBAN_BASE_URL,
  limits: { windows: { read: { minute: 5 } } },
});

const { external_user_list } = await weiban.externalUser.list({ limit: 8 });
let done = 0;
const later: string[] = [];
let waitsForMinute = true;
for (const { id } of external_user_list) {
  const outcome = await weiban.externalUser.get({ id }, { timeout: 2_000 }).result();
  if (outcome.ok) done += 1;
  else if (outcome.error.kind === 'limit') {
    later.push(id);
    const until = outcome.error.until?.getTime() ?? 0;
    waitsForMinute &&= until > Date.now() && until <= Date.now() + 61_000;
  } else throw outcome.error;
}
console.log(JSON.stringify({ done, later, waitsForMinute }));
