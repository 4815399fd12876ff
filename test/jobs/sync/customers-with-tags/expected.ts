import { allRows, call } from '../../plain.ts';

const customers = await allRows('external_user/list', 'external_user_list');
const tagsOf: Record<string, string[]> = {};
for (let from = 0; from < customers.length; from += 20) {
  const ids = customers.slice(from, from + 20).map(({ id }) => id);
  const { external_user } = await call('external_user/batch_get', {}, { id_list: ids });
  for (const customer of external_user) {
    const tags = new Set<string>();
    for (const relation of customer.follow_staffs ?? [])
      for (const tag of relation.tags ?? []) tags.add(`${tag.group}/${tag.name}`);
    tagsOf[customer.id] = [...tags].sort();
  }
}
console.log(JSON.stringify(tagsOf));
