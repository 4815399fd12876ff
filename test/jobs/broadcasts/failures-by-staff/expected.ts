import { call } from '../../plain.ts';

const totals = { target: 0, success: 0, limit: 0, noFriend: 0 };
const waiting = [];
const range = { start_time: 1_702_224_000, end_time: 1_702_483_199 };
for (let offset = 0, total = 1; offset < total; offset += 20) {
  const page = await call('group_msg/sub_mission/result', { ...range, limit: 20, offset });
  total = page.total_count;
  for (const task of page.sub_mission_list) {
    if (task.total_target_count) totals.target += task.total_target_count;
    if (task.success_count) totals.success += task.success_count;
    if (task.fail_limit_count) totals.limit += task.fail_limit_count;
    if (task.fail_no_friend_count) totals.noFriend += task.fail_no_friend_count;
    if (task.status !== 'sended' && task.staff_name) waiting.push(task.staff_name);
  }
}
console.log(JSON.stringify({ totals, waiting: waiting.sort() }));
