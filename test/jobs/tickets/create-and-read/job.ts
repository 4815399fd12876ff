// A form on our website: make a ticket of the first template for a customer, and show it.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { template_list } = await weiban.workorder.templateList({ limit: 1 });
const { external_user_list } = await weiban.externalUser.list({ limit: 1 });
const { staff_list } = await weiban.staff.list({ limit: 1 });
const template = template_list[0];
const customer = external_user_list[0];
const staff = staff_list[0];
if (!template || !customer?.id || !staff?.id) throw new Error('nothing to make a ticket of');

const { order_no } = await weiban.workorder.create({
  template_id: template.id,
  relation_type: 1,
  relation_id: customer.id,
  title: '官网留言：发票抬头有误',
  staff_id: staff.id,
  handler_id: staff.id,
});
const { work_order } = await weiban.workorder.detail({ order_no });
console.log(
  JSON.stringify({
    isSame: work_order.order_no === order_no,
    title: work_order.title,
    template: work_order.template_id,
    about: work_order.relation_id,
    handler: work_order.handler_id,
  }),
);
