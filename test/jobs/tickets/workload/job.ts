// Monday report: how many tickets each employee has, after three new ones for the second employee.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { staff_list } = await weiban.staff.list({ limit: 2 });
const handler_id = staff_list[1]?.id;
const { external_user_list } = await weiban.externalUser.list({ limit: 3 });
const { template_list } = await weiban.workorder.templateList({ limit: 1 });
if (!handler_id || !template_list[0]) throw new Error('no employee or no template');
for (const { id } of external_user_list) {
  await weiban.workorder.create({
    template_id: template_list[0].id,
    relation_type: 1,
    relation_id: id ?? '',
    title: '回访',
    handler_id,
  });
}

const load = new Map<string, number>();
for await (const { handler_id = 'nobody' } of weiban.workorder.list.items({ limit: 20 })) {
  load.set(handler_id, (load.get(handler_id) ?? 0) + 1);
}
console.log(JSON.stringify([...load].sort(([a], [b]) => a.localeCompare(b))));
