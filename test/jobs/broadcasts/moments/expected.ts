import { call } from '../../plain.ts';

const tasks: { id: number; open: number }[] = [];
const { staff_list } = await call('staff/list', { limit: 3 });
const staff = staff_list.map(({ id }: { id: string }) => id);
const body = {
  name: '新品上市',
  text: '新品上市，点击查看。',
  create_staff_ext_id: staff[0],
  staff_ext_ids: staff,
};
await call(
  'moment_message/add',
  {},
  { ...body, type: 'link', link: { title: '新品', url: 'https://example.com/new' } },
);
for (let last = 15; last === 15; ) {
  const { moment_message_list } = await call('moment_message/result', { limit: 15, offset: tasks.length });
  last = moment_message_list.length;
  for (const task of moment_message_list)
    tasks.push({ id: task.id, open: task.staff_id_count - task.sended_task_count });
}
console.log(JSON.stringify({ hasId: true, tasks }));
