// Mark ten customers by the tag's name, take the tag off five of them, read back.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { external_user_list } = await weiban.externalUser.list({ limit: 10 });
const customers = await weiban.externalUser.batchGet.all({ id_list: external_user_list.map(({ id }) => id) });
const tag = { tag_group: '意向', tag_name: '特价提醒' };
for (const { id = '', follow_staffs } of customers)
  await weiban.tag.add({ ...tag, external_user_id: id, staff_id: follow_staffs?.[0]?.staff_id });

const { tag_id } = await weiban.tag.detail(tag);
for (const { id = '' } of customers.slice(0, 5))
  await weiban.tag.batchUpdate({ external_user_id: id, remove_tag_id_list: [tag_id] });

const after = await weiban.externalUser.batchGet.all({ id_list: customers.map(({ id = '' }) => id) });
const marked = after.filter(({ follow_staffs }) =>
  follow_staffs?.some(({ tags }) => tags?.some(({ group, name }) => `${group}/${name}` === '意向/特价提醒')),
);
console.log(JSON.stringify(marked.map(({ id }) => id).sort()));
