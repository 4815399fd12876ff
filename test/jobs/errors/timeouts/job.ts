// Time limits: a read is repeated after an attempt timed out, a write is not, and Cancel ends a walk at once.
import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox({ rows: 300 });
const weiban = createWeiban(sandbox.clientOptions);
const sent = (name: string) => sandbox.requests.filter(({ operation }) => operation === name).length;

sandbox.when('staffList', 'stall', { times: 1 });
const { total } = await weiban.staff.list({ limit: 1 }, { attemptTimeout: 600 });
sandbox.when('workorderReply', 'stall', { times: 1 });
const reply = await weiban.workorder
  .reply({ order_no: '1', staff_id: 'ZhangSan' }, { attemptTimeout: 200 })
  .result();

const controller = new AbortController();
let rows = 0;
let reason: unknown;
try {
  for await (const _ of weiban.externalUser.list.items({ limit: 50 }, { signal: controller.signal })) {
    rows += 1;
    if (rows === 60) controller.abort(new Error('the user pressed Cancel'));
  }
} catch (error) {
  reason = (error as Error).message;
}
sandbox.when('tagList', 'stall');
const whole = await weiban.tag.list({ limit: 1 }, { timeout: 300, retry: false }).result();
const requests = [sent('staffList'), sent('workorderReply'), sent('externalUserList'), sent('tagList')];
await sandbox.close();
console.log(
  JSON.stringify({
    total,
    reply: reply.ok ? 'ok' : reply.error.kind,
    rows: rows < 150,
    reason,
    whole: whole.ok ? 'ok' : whole.error.kind,
    requests,
  }),
);
