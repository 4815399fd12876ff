// Make sure that a tag group with its tags exists, and do nothing when it does: run it twice to see.
import { createWeiban, type Weiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

async function readGroup(weiban: Weiban, group: string): Promise<Map<string, string>> {
  const tags = new Map<string, string>();
  for await (const { tag_group, tag_name, tag_id } of weiban.tag.list.items({ limit: 100 }))
    if (tag_group === group) tags.set(tag_name, tag_id);
  return tags;
}

async function ensureGroup(group: string, names: string[]): Promise<string[]> {
  const created = await weiban.tagGroup.add({ tag_group: group, tag_name_list: names }).result();
  if (created.ok) return names;
  if (!created.error.is('TagGroupNameTaken')) throw created.error;
  const tags = await readGroup(weiban, group);
  const missing = names.filter((name) => !tags.has(name));
  if (missing.length === 0) return [];
  const { tag_group_id } = await weiban.tag.detail({ tag_group: group, tag_name: [...tags.keys()][0] ?? '' });
  await weiban.tag.create({ tag_group_id, tag_name_list: missing });
  return missing;
}

const runs = [
  await ensureGroup('活动2026', ['报名', '到场']),
  await ensureGroup('活动2026', ['报名', '到场']),
];
runs.push(await ensureGroup('活动2026', ['报名', '到场', '成交']));
console.log(JSON.stringify({ runs, tags: [...(await readGroup(weiban, '活动2026')).keys()].sort() }));
