// A broadcast to all female WeChat customers, then the broadcasts of today.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const eu_ext_ids: string[] = [];
for await (const { id, gender } of weiban.externalUser.list.items({ type_: 1, limit: 100 }))
  if (gender === 2) eu_ext_ids.push(id);
const { staff_list } = await weiban.staff.list({ limit: 1 });
const [creator] = staff_list;

const sent = await weiban.groupMsg.add({
  name: '周末活动',
  text: '周末活动开始报名。',
  eu_ext_ids,
  create_staff_ext_id: creator?.id,
  attachments: [{ msgtype: 'link', link: { title: '报名', url: 'https://example.com/signup' } }],
});
console.log(JSON.stringify({ selected: eu_ext_ids.length, ids: eu_ext_ids, answer: sent }));
