import { call } from '../../plain.ts';

const first = 1_702_224_000; // 11 December 2023, midnight in Beijing
const seen: Record<number, [number, number]> = {};
for (const day of [0, 3, 6]) {
  const query = { start_time: first + day * 86_400, end_time: first + (day + 3) * 86_400 - 1, limit: 10 };
  for (let offset = 0, total = 1; offset < total; offset += 10) {
    const { missions, total_count } = await call('group_msg/result', { ...query, offset });
    total = total_count;
    for (const { id, send_eu_count, not_send_eu_count } of missions)
      seen[id] = [send_eu_count, not_send_eu_count];
  }
}
const counts = Object.values(seen);
const sent = counts.reduce((sum, [count]) => sum + count, 0);
const notSent = counts.reduce((sum, [, count]) => sum + count, 0);
console.log(JSON.stringify({ broadcasts: counts.length, sent, notSent }));
