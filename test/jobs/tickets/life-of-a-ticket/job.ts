// Support desk: comment on a ticket, pass it on, close it; closing it again is not a failure for us.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { workorder_list } = await weiban.workorder.list({ limit: 1 });
const order_no = workorder_list[0]?.order_no;
if (order_no === undefined) throw new Error('no ticket');
const { staff_list } = await weiban.staff.list({ limit: 2 });
const [first, second] = staff_list;
if (!first || !second) throw new Error('two employees are needed');

const content = { text: '已联系客户', pic: [] };
await weiban.workorder.reply({ order_no, staff_id: first.id, content, is_show: 0 });
const { current_step } = await weiban.workorder.switch({
  order_no,
  staff_id: first.id,
  handler_id: second.id,
});
const { work_order } = await weiban.workorder.detail({ order_no });

const outcomes: string[] = [];
for (let times = 0; times < 2; times++) {
  const closed = await weiban.workorder.close({ order_no, staff_id: second.id }).result();
  if (closed.ok) outcomes.push('closed');
  else if (closed.error.is('TicketClosed')) outcomes.push('was closed');
  else throw closed.error;
}
const late = await weiban.workorder.reply({ order_no, staff_id: first.id, content }).result();
console.log(
  JSON.stringify({
    step: typeof current_step,
    isWithSecond: work_order.handler_id === second.id,
    outcomes,
    late: late.ok ? 'sent' : late.error.reason,
  }),
);
