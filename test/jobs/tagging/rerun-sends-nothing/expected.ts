import { allRows, call } from '../../plain.ts';

let writes = 0;
for (const { id, type } of await allRows('external_user/list', 'external_user_list')) {
  if (type !== 1) continue;
  const { external_user } = await call('external_user/get', { id });
  const relation = external_user.follow_staffs?.[0];
  if (!relation) continue;
  const names = (relation.internal_tags ?? []).map((tag: { name: string }) => tag.name);
  if (!names.includes('微信客户')) writes += 1;
}
console.log(JSON.stringify([writes, 0]));
