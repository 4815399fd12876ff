// Mark every third customer, then count the customers of each company tag; tags without customers are shown with 0.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const customersOf = new Map<string, Set<string>>();
const tagIds: string[] = [];
for await (const { tag_group, tag_name, tag_id } of weiban.tag.list.items({ limit: 100 })) {
  customersOf.set(`${tag_group}/${tag_name}`, new Set());
  tagIds.push(tag_id);
}
const ids: string[] = [];
for await (const { id } of weiban.externalUser.list.items({ limit: 100 })) ids.push(id);
const marks = ids.filter((_, at) => at % 3 === 0);
await Promise.all(
  marks.map((external_user_id, at) =>
    weiban.tag.batchUpdate({ external_user_id, add_tag_id_list: tagIds.slice(0, 1 + (at % 3)) }),
  ),
);

const batches = weiban.externalUser.batchGet.batches({ id_list: ids }, { concurrency: 3 });
for await (const batch of batches) {
  if (!batch.ok) throw batch.error;
  for (const { id = '', follow_staffs = [] } of batch.value.external_user) {
    for (const { group, name } of follow_staffs.flatMap(({ tags = [] }) => tags)) {
      const key = `${group}/${name}`;
      customersOf.set(key, (customersOf.get(key) ?? new Set()).add(id));
    }
  }
}
const counts = [...customersOf].map(([tag, customers]) => [tag, customers.size] as const);
console.log(JSON.stringify(counts.sort(([a], [b]) => (a < b ? -1 : 1))));
