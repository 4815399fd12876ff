// Put a tag on all 300 customers, then read back who has it.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL, timeout: Infinity });

const { tag_list } = await weiban.tag.list({ limit: 1 });
const [tag] = tag_list;
if (!tag) throw new Error('the company has no tag');

const ids: string[] = [];
for await (const { id } of weiban.externalUser.list.items({ limit: 100 })) ids.push(id);
await Promise.all(
  ids.map((external_user_id) => weiban.tag.batchUpdate({ external_user_id, add_tag_id_list: [tag.tag_id] })),
);

let marked = 0;
for (const { follow_staffs } of await weiban.externalUser.batchGet.all({ id_list: ids }, { concurrency: 3 }))
  if (follow_staffs?.some(({ tags }) => tags?.some(({ name }) => name === tag.tag_name))) marked += 1;
console.log(JSON.stringify({ customers: ids.length, marked }));
