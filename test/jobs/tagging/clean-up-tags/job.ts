// Clean up the tag library: give a tag a new name and delete another one.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

await weiban.tagGroup.add({ tag_group: '渠道', tag_name_list: ['抖音', '小红书', '展会'] });
const read = async () => {
  const { tag_group_id: group } = await weiban.tag.detail({ tag_group: '渠道', tag_name: '小红书' });
  return weiban.tag.v2List({ tag_group_id: group, limit: 100 });
};
const { tag_list } = await read();
const ids = new Map(tag_list.map(({ tag_name, tag_id }) => [tag_name, tag_id]));
const group_id = tag_list[0]?.tag_group_id ?? '';
await weiban.tag.update({ group_id, tag_list: [{ ext_id: ids.get('抖音') ?? '', name: '抖音直播' }] });
await weiban.tag.delete({ group_id, tag_ids: [ids.get('展会') ?? ''] });
await weiban.tag.sync();
const after = (await read()).tag_list.map(({ tag_name }) => tag_name).sort();

const again = await weiban.tag.delete({ group_id, tag_ids: [ids.get('展会') ?? ''] }).result();
console.log(JSON.stringify({ after, again: again.ok ? 'deleted' : again.error.reason }));
