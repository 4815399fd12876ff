import { allRows, call } from '../../plain.ts';

const rows = [];
const seen: string[] = [];
for (const chat of await allRows('group_chat/list', 'group_chat_list')) {
  if (chat.is_dismissed) continue;
  const { member_list } = await call('group_chat/member/list', { group_chat_id: chat.group_id });
  let [staff, customers] = [0, 0];
  for (const member of member_list) {
    if (member.deleted) continue;
    if (member.user_type === 2) {
      customers += 1;
      seen.push(member.user_id);
    } else staff += 1;
  }
  rows.push({ group_id: chat.group_id, name: chat.name, owner: chat.owner, staff, customers });
}
const inSeveral = [...new Set(seen.filter((id, at) => seen.indexOf(id) !== at))].sort();
console.log(JSON.stringify({ rows, inSeveral }));
