// An employee takes leads from the pool; a success may be errcode 200 here, and some may not have been free.
import { createWeiban, isWeibanError } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox();
const weiban = createWeiban(sandbox.clientOptions);
sandbox.when(
  'leadsReceive',
  { answer: { body: { errcode: 200, errmsg: 'ok', fail_leadsid: ['3'] } } },
  { times: 1 },
);

const wanted = [1, 2, 3];
const { fail_leadsid } = await weiban.leads.receive({ leads_id_list: wanted, staff_ext_id: 'ZhangSan' });
const taken = wanted.filter((id) => !fail_leadsid.includes(String(id)));

let refused: unknown;
try {
  sandbox.when('leadsReceive', 'code:99999', { times: 1 });
  await weiban.leads.receive({ leads_id_list: [4], staff_ext_id: 'ZhangSan' });
} catch (error) {
  if (!isWeibanError(error)) throw error;
  refused = { kind: error.kind, code: error.code, reason: error.reason ?? null };
}
const answered = sandbox.requests.filter(({ operation }) => operation === 'leadsReceive').length;
await sandbox.close();
console.log(JSON.stringify({ taken, refused, answered }));
