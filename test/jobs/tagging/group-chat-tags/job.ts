// Tag all group chats, ten a call, go on after a refused call, and report.
import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox({ rows: 25 });
const weiban = createWeiban(sandbox.clientOptions);
sandbox.when('groupChatBatchMarkTag', 'code:10049', { after: 1, times: 1 }); // the second of three calls is refused

const group_chat_id_list: string[] = [];
for await (const { group_id } of weiban.groupChat.list.items({ limit: 100 }))
  group_chat_id_list.push(group_id);
const { tag_group_list } = await weiban.groupChat.tagGroupList();
const tag = tag_group_list[0]?.tag_list?.[0]?.id ?? 0;

const report: unknown[] = [];
const batches = weiban.groupChat.batchMarkTag.batches(
  { group_chat_id_list, group_chat_tag_id_list: [tag] },
  { onFailure: 'continue' },
);
for await (const batch of batches)
  report.push([batch.from, batch.to, batch.items.length, batch.ok ? 'done' : batch.error.code]);
const calls = sandbox.requests.filter(({ operation }) => operation === 'groupChatBatchMarkTag').length;
await sandbox.close();
console.log(JSON.stringify({ report, calls }));
