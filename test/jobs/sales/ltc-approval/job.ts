// Submit an LTC order for approval and approve it at its current node. A repeat with the same key changes nothing.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const order_id = '240000097';
const operator_staff_id = 'zhangsan';
const read = async () => (await weiban.ltc.orderOne({ order_id })).data.order;

const before = await read();
const submitted = await weiban.ltc.orderAuditSubmit({ request_id: 'submit-1', order_id, operator_staff_id });
const audit_node_number = submitted.data.audit_node_number;
const approval = { request_id: 'pass-1', order_id, operator_staff_id, audit_node_number };
const approved = await weiban.ltc.orderAuditPass(approval);
const again = await weiban.ltc.orderAuditPass(approval);
console.log(
  JSON.stringify({
    amount: before.amount,
    buyer: before.buyer.type,
    submitted: submitted.data.audit_status,
    node: audit_node_number,
    same: JSON.stringify(approved.data ?? null) === JSON.stringify(again.data ?? null),
  }),
);
