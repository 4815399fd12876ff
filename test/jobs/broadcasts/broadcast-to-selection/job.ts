// A broadcast to all female WeChat customers, then find it among the broadcasts of today.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const eu_ext_ids: string[] = [];
for await (const { id, gender } of weiban.externalUser.list.items({ type_: 1, limit: 100 }))
  if (gender === 2) eu_ext_ids.push(id);
const { staff_list } = await weiban.staff.list({ limit: 1 });
const [creator] = staff_list;

await weiban.groupMsg.add({
  name: '周末活动',
  text: '周末活动开始报名。',
  eu_ext_ids,
  create_staff_ext_id: creator?.id,
  attachments: [{ msgtype: 'link', link: { title: '报名', url: 'https://example.com/signup' } }],
});

// The answer names no id, so find the broadcast among those of today.
const now = Math.floor(Date.now() / 1000);
const found = [];
for await (const mission of weiban.groupMsg.result.items({
  start_time: now - 86_400,
  end_time: now + 60,
  limit: 30,
}))
  if (mission.name === '周末活动') found.push(mission.staff_ext_id === creator?.id);
console.log(JSON.stringify({ selected: eu_ext_ids.length, ids: eu_ext_ids, found }));
