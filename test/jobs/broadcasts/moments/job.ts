// Publish a link in Moments with three employees, then list the tasks and how far they are.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { staff_list } = await weiban.staff.list({ limit: 3 });
const staff = staff_list.map(({ id }) => id);
const { moment_id } = await weiban.momentMessage.add({
  name: '新品上市',
  text: '新品上市，点击查看。',
  create_staff_ext_id: staff[0],
  staff_ext_ids: staff,
  type: 'link',
  link: { title: '新品', url: 'https://example.com/new' },
});

const tasks = [];
for await (const task of weiban.momentMessage.result.items({ limit: 30 })) {
  const isOurs = Date.now() - Date.parse(`${task.msgtime.replace(' ', 'T')}+08:00`) < 600_000;
  tasks.push({ isOurs, open: task.staff_id_count - task.sended_task_count });
}
console.log(JSON.stringify({ hasId: moment_id !== '', tasks }));
