// The tag library as a tree, and a check that both lists of tags agree.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const tree: Record<string, Record<string, string>> = {};
for await (const { tag_group_id, tag_group, tag_id, tag_name } of weiban.tag.list.items({ limit: 100 })) {
  const key = `${tag_group_id} ${tag_group}`;
  tree[key] ??= {};
  tree[key][tag_id] = tag_name;
}
let missing = 0;
for await (const tag of weiban.tag.v2List.items({ limit: 100 }))
  if (!tree[`${tag.tag_group_id} ${tag.tag_group}`]?.[tag.tag_id]) missing += 1;
console.log(JSON.stringify({ tree, missing }));
