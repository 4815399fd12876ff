// Find the tickets about refunds, and take the newest.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { template_list } = await weiban.workorder.templateList({ limit: 1 });
const template_id = template_list[0]?.id ?? 0;
const { external_user_list } = await weiban.externalUser.list({ limit: 1 });
const relation_id = external_user_list[0]?.id ?? '';
for (const title of ['退款：订单 1', '换货：订单 2', '退款：订单 3']) {
  await weiban.workorder.create({ template_id, relation_type: 1, relation_id, title });
}

const titles: string[] = [];
for await (const { title } of weiban.workorder.list.items({ title: '退款', limit: 10 }))
  titles.push(title ?? '');
const { total } = await weiban.workorder.list({ title: '退款', limit: 1 });
console.log(JSON.stringify({ total, titles: titles.sort() }));
