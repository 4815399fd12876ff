// Pass tickets on to a deputy; if the first deputy has left the company, take the second.
import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox({ rows: 30 });
const weiban = createWeiban(sandbox.clientOptions);
sandbox.when('workorderSwitch', 'error:TicketHandlerNotFound', { times: 1 });

const { workorder_list } = await weiban.workorder.list({ limit: 3 });
const passed: string[] = [];
for (const { order_no = '' } of workorder_list) {
  for (const handler_id of ['LiSi', 'WangWu']) {
    const outcome = await weiban.workorder.switch({ order_no, staff_id: 'ZhangSan', handler_id }).result();
    if (outcome.ok) {
      passed.push(handler_id);
      break;
    }
    if (!outcome.error.is('TicketHandlerNotFound')) throw outcome.error;
  }
}
const sent = sandbox.requests.filter(({ operation }) => operation === 'workorderSwitch').length;
await sandbox.close();
console.log(JSON.stringify({ passed, sent }));
