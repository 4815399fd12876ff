import { allRows } from '../../plain.ts';

const customers = await allRows('external_user/list', 'external_user_list');
customers.sort((a, b) => a.created_at - b.created_at);
const lastRun = customers[Math.floor(customers.length / 2)].created_at;
const changed = [];
for (const { id, created_at } of customers)
  if (created_at >= lastRun && created_at <= lastRun + 86_400 * 365) changed.push(id);
console.log(JSON.stringify({ lastRun, changed: changed.sort(), fewer: true }));
