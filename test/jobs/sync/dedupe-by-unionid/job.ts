// One record per person: customers with the same unionid are one; those without keep their customer id.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const persons = new Map<string, string[]>();
for await (const { id, unionid } of weiban.externalUser.list.items({ limit: 70 })) {
  const key = unionid ?? id;
  persons.set(key, [...(persons.get(key) ?? []), id]);
}
const unionids = [...persons.keys()].filter((key) => key.startsWith('o'));
const pairs = await weiban.externalUser.unionid2euId.all({ unionid_list: unionids });
const disagree = pairs.filter((pair) => !persons.get(pair.unionid)?.includes(pair.external_user_id)).length;
console.log(JSON.stringify({ persons: [...persons], asked: unionids.length, pairs: pairs.length, disagree }));
