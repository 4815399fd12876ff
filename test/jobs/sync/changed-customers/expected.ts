import { allRows } from '../../plain.ts';

const customers = await allRows('external_user/update/list', 'external_user_list', {
  source: 'external_user',
});
const times = customers.map((customer) => customer.updated_at).sort((a, b) => a - b);
const ids: [number, string][] = [];
for (const { id, updated_at } of customers)
  if (updated_at >= times[50] && updated_at <= times[100]) ids.push([updated_at, id]);
ids.sort(([time, id], [otherTime, other]) => time - otherTime || id.localeCompare(other));
console.log(JSON.stringify({ ids: ids.map(([, id]) => id), next: times[100] }));
