// What went wrong tonight, counted by kind and name, with the advice for our colleagues in Chinese.
import { createWeiban } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox({
  scenarios: { opportunityOne: 'error:OpportunityNotFound', staffGet: 'html502', orderList: 'truncated' },
});
const weiban = createWeiban({ ...sandbox.clientOptions, retry: false });

const statistics: Record<string, number> = {};
const advice = new Set<string>();
const outcomes = await Promise.all([
  weiban.opportunity.one({ id: '1' }).result(),
  weiban.opportunity.one({ id: '2' }).result(),
  weiban.staff.get({ staff_id: 'lisi' }).result(),
  weiban.order.list({ limit: 1 }).result(),
  weiban.tag.list({ limit: 1 }).result(),
]);
for (const outcome of outcomes) {
  if (outcome.ok) continue;
  const { error } = outcome;
  const name = error.kind === 'response' ? error.problem : (error.reason ?? '');
  statistics[`${error.kind} ${name}`] = (statistics[`${error.kind} ${name}`] ?? 0) + 1;
  for (const { adviceZh } of describeError(error)) advice.add(adviceZh);
}
await sandbox.close();
console.log(JSON.stringify({ statistics: Object.entries(statistics).sort(), advice: advice.size }));
