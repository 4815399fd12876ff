import { call } from '../../plain.ts';

const found: Record<string, string> = {};
const missing: string[] = [];
for (const serial_number of ['SJ20240305', 'sandbox:error:OpportunityNotFound', 'SJ-none']) {
  const answer = await call('opportunity/one', { serial_number });
  if (answer.errcode === 22201) missing.push(serial_number);
  else {
    const { name, staff, expect_amount } = answer.opportunity;
    found[serial_number] = `${name} / ${staff.name} / ${expect_amount}`;
  }
}
console.log(JSON.stringify({ found, missing }));
