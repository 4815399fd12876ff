// Personal tags by rule. A second run compares first and sends no write at all.
import { createCounters, createWeiban } from 'weiban-openapi';

const counters = createCounters();
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL, hooks: [counters.hooks] });
const requests = () => counters.read().operations.tagInternalAdd?.requests ?? 0;

async function run(): Promise<number> {
  const before = requests();
  const ids: string[] = [];
  for await (const { id, type } of weiban.externalUser.list.items({ limit: 100 }))
    if (type === 1) ids.push(id);
  for (const { id, follow_staffs = [] } of await weiban.externalUser.batchGet.all({ id_list: ids })) {
    const [relation] = follow_staffs;
    if (id === undefined || !relation) continue;
    if (relation.internal_tags?.some(({ name }) => name === '微信客户')) continue;
    await weiban.tag.internalAdd({ external_user_id: id, staff_id: relation.staff_id, tag_name: '微信客户' });
  }
  return requests() - before;
}

console.log(JSON.stringify([await run(), await run()]));
