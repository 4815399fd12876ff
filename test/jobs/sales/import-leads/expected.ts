import { call } from '../../plain.ts';

// The reference documents 200 leads a call.
const calls = [200, 200, 50];
const failed: string[] = [];
for (const count of calls) {
  const leads_list = Array.from({ length: count }, (_, at) => ({
    name: '客户',
    phone: String(13_800_000_000 + at),
  }));
  const { errcode, fail_list } = await call('leads/batch_import', {}, { sea_id: 1001, leads_list });
  if (errcode !== 0) throw new Error(`errcode ${errcode}`);
  failed.push(...Object.keys(fail_list));
}
console.log(JSON.stringify({ calls, failed }));
