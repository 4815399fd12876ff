// Who of the staff has not confirmed a broadcast yet, and why messages failed.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const range = { start_time: 1_702_224_000, end_time: 1_702_483_199 };
const totals = { target: 0, success: 0, limit: 0, noFriend: 0 };
const waiting: string[] = [];
for await (const task of weiban.groupMsg.subMissionResult.items({ ...range, limit: 30 })) {
  totals.target += task.total_target_count ?? 0;
  totals.success += task.success_count ?? 0;
  totals.limit += task.fail_limit_count ?? 0;
  totals.noFriend += task.fail_no_friend_count ?? 0;
  if (task.status !== 'sended' && task.staff_name) waiting.push(task.staff_name);
}
console.log(JSON.stringify({ totals, waiting: waiting.sort() }));
