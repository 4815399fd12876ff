// A write without an answer may have been executed: look before sending it again.
import { createWeiban, isWeibanError } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox();
const weiban = createWeiban(sandbox.clientOptions);

async function exists(group: string): Promise<boolean> {
  for await (const { tag_group } of weiban.tag.list.items({ limit: 100 }))
    if (tag_group === group) return true;
  return false;
}

async function createOnce(group: string): Promise<string[]> {
  const log: string[] = [];
  for (;;) {
    try {
      await weiban.tagGroup.add({ tag_group: group, tag_name_list: ['已送礼'] }, { timeout: 1_500 });
      return [...log, 'created'];
    } catch (error) {
      if (!isWeibanError(error) || error.kind === 'api') throw error;
      log.push(error.kind);
      if (await exists(group)) return [...log, 'was created'];
    }
  }
}

await exists('any'); // so that no write spends its time on a token
const logs: Record<string, string[]> = {};
for (const failure of ['stall', 'truncated', 'html502', 'reset']) {
  sandbox.when('tagGroupAdd', failure, { times: 1 });
  logs[failure] = await createOnce(`活动 ${failure}`);
}
const sent = sandbox.requests.filter(({ operation }) => operation === 'tagGroupAdd').length;
await sandbox.close();
console.log(JSON.stringify({ logs, sent }));
