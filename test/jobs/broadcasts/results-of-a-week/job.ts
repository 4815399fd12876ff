// Sum up the broadcasts of nine days: a call takes three days at most.
import { createWeiban } from 'weiban-openapi';

const THREE_DAYS = 3 * 86_400;
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const first = Date.parse('2023-12-11T00:00:00+08:00') / 1000;
const seen = new Map<number, { sent: number; notSent: number }>();
for (let start_time = first; start_time < first + 3 * THREE_DAYS; start_time += THREE_DAYS) {
  const range = { start_time, end_time: start_time + THREE_DAYS - 1 };
  for await (const mission of weiban.groupMsg.result.items({ ...range, limit: 30 }))
    seen.set(mission.id, { sent: mission.send_eu_count, notSent: mission.not_send_eu_count });
}
let [sent, notSent] = [0, 0];
for (const counts of seen.values()) {
  sent += counts.sent;
  notSent += counts.notSent;
}
console.log(JSON.stringify({ broadcasts: seen.size, sent, notSent }));
