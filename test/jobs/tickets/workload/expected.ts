import { allRows, call } from '../../plain.ts';

// The tickets that there are, and three more for the second employee.
const { staff_list } = await call('staff/list', { limit: 2 });
const load: Record<string, number> = { [staff_list[1].id]: 3 };
for (const { handler_id } of await allRows('workorder/list', 'workorder_list')) {
  load[handler_id] = (load[handler_id] ?? 0) + 1;
}
console.log(JSON.stringify(Object.entries(load).sort(([a], [b]) => a.localeCompare(b))));
