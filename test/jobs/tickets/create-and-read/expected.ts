import { call } from '../../plain.ts';

// The ticket holds what was sent, and the ids come from the first rows of three lists.
const { template_list } = await call('workorder/template/list', { limit: 1 });
const { external_user_list } = await call('external_user/list', { limit: 1 });
const { staff_list } = await call('staff/list', { limit: 1 });
console.log(
  JSON.stringify({
    isSame: true,
    title: '官网留言：发票抬头有误',
    template: template_list[0].id,
    about: external_user_list[0].id,
    handler: staff_list[0].id,
  }),
);
