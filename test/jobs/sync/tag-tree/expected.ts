import { allRows } from '../../plain.ts';

const tree: Record<string, Record<string, string>> = {};
for (const tag of await allRows('tag/list', 'tag_list')) {
  const key = `${tag.tag_group_id} ${tag.tag_group}`;
  tree[key] = { ...tree[key], [tag.tag_id]: tag.tag_name };
}
console.log(JSON.stringify({ tree, missing: 0 }));
