import { call } from '../../plain.ts';

// The new task comes first; the others are those that were there before, of which none is from now.
const tasks: { isOurs: boolean; open: number }[] = [];
for (let last = 15; last === 15; ) {
  const { moment_message_list } = await call('moment_message/result', { limit: 15, offset: tasks.length });
  last = moment_message_list.length;
  for (const task of moment_message_list)
    tasks.push({ isOurs: false, open: task.staff_id_count - task.sended_task_count });
}
const { staff_list } = await call('staff/list', { limit: 3 });
const staff = staff_list.map(({ id }: { id: string }) => id);
await call(
  'moment_message/add',
  {},
  { name: '新品上市', create_staff_ext_id: staff[0], staff_ext_ids: staff },
);
const [created] = (await call('moment_message/result', { limit: 1 })).moment_message_list;
const open = created.staff_id_count - created.sended_task_count;
console.log(JSON.stringify({ hasId: true, tasks: [{ isOurs: true, open }, ...tasks] }));
