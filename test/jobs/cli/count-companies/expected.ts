import { call } from '../../plain.ts';

const counts = new Map<string, number>();
for (let offset = 0; ; offset += 100) {
  const { external_user_list, total } = await call('external_user/list', { limit: 100, offset });
  for (const { corp_name } of external_user_list) counts.set(corp_name, (counts.get(corp_name) ?? 0) + 1);
  if (offset + 100 >= total) break;
}
const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
console.log(JSON.stringify(rows.slice(0, 5)));
