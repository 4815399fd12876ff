// Employees and customers in each group chat that is not dissolved, and customers who are in several of them.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const chats = [];
for await (const chat of weiban.groupChat.list.items({ limit: 100 }))
  if (!chat.is_dismissed) chats.push(chat);

const chatsOf = new Map<string, number>();
const rows = await Promise.all(
  chats.map(async ({ group_id, name, owner }) => {
    const { member_list } = await weiban.groupChat.memberList({ group_chat_id: group_id });
    const present = member_list.filter(({ deleted }) => !deleted);
    const customers = present.filter(({ user_type }) => user_type === 2);
    for (const { user_id } of customers) chatsOf.set(user_id, (chatsOf.get(user_id) ?? 0) + 1);
    return { group_id, name, owner, staff: present.length - customers.length, customers: customers.length };
  }),
);
const inSeveral = [...chatsOf].filter(([, count]) => count > 1).map(([id]) => id);
console.log(JSON.stringify({ rows, inSeveral: inSeveral.sort() }));
