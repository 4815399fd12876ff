// All customers with their tags, as a table for our own CRM: id → sorted "group/tag".
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const ids: string[] = [];
for await (const { id } of weiban.externalUser.list.items({ limit: 100 })) ids.push(id);

const tagsOf: Record<string, string[]> = {};
for (const { id, follow_staffs = [] } of await weiban.externalUser.batchGet.all({ id_list: ids })) {
  if (id === undefined) continue;
  const tags = follow_staffs.flatMap(({ tags = [] }) => tags.map(({ group, name }) => `${group}/${name}`));
  tagsOf[id] = [...new Set(tags)].sort();
}
console.log(JSON.stringify(tagsOf));
