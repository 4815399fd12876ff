// After a trade fair: import 450 leads, as many as fit into each call, and count those that failed.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const leads = Array.from({ length: 450 }, (_, at) => ({
  name: `客户${at}`,
  organization: '某某科技',
  phone: String(13_800_000_000 + at),
  extra_info: { 来源: '展会' },
}));
const calls: number[] = [];
const failed: string[] = [];
for await (const call of weiban.leads.batchImport.batches({ sea_id: 1001, leads_list: leads })) {
  if (!call.ok) throw call.error;
  calls.push(call.items.length);
  failed.push(...Object.keys(call.value.fail_list ?? {}));
}
console.log(JSON.stringify({ calls, failed }));
