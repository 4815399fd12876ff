// A board for the operators: what went wrong how often, in Chinese, with advice.
import { createWeiban, type WeibanError } from 'weiban-openapi';
import { describeError, ErrorCode } from 'weiban-openapi/errors';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox();
const board = new Map<string, { count: number; text: string; hasAdvice: boolean }>();
function note(error: WeibanError): void {
  const name = error.reason ?? (error.code === undefined ? error.kind : String(error.code));
  const texts = describeError(error);
  const row = board.get(name) ?? {
    count: 0,
    text: texts[0]?.zh ?? '',
    hasAdvice: texts.some(({ adviceZh }) => adviceZh),
  };
  row.count += 1;
  board.set(name, row);
}
const weiban = createWeiban({ ...sandbox.clientOptions, retry: false });

sandbox.when('opportunityOne', 'error:OpportunityNotFound', { times: 2 });
sandbox.when('workorderDetail', 'code:99999', { times: 1 });
sandbox.when('staffList', 'html502', { times: 1 });
sandbox.when('tagList', 'stall', { times: 1 });
const outcomes = [
  await weiban.opportunity.one({ id: '1' }).result(),
  await weiban.opportunity.one({ id: '2' }).result(),
  await weiban.workorder.detail({ order_no: '1' }).result(),
  await weiban.staff.list({ limit: 1 }).result(),
  await weiban.tag.list({ limit: 1 }, { timeout: 200 }).result(),
];
for (const outcome of outcomes) if (!outcome.ok) note(outcome.error);
await sandbox.close();
const rows = [...board].map(([name, { count, text, hasAdvice }]) => [name, count, text !== '', hasAdvice]);
console.log(
  JSON.stringify({
    rows,
    code: ErrorCode.OpportunityNotFound,
    zh: describeError('OpportunityNotFound')[0]?.zh !== '',
  }),
);
