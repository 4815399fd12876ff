import { allRows } from '../../plain.ts';

const orders = await allRows('order/list', 'order_info');
const statuses = [...new Set(orders.map((order) => order.order_status))].sort();
const totals = statuses.map((status) => {
  const ofStatus = orders.filter((order) => order.order_status === status);
  let fen = 0;
  for (const { payment_amount } of ofStatus) {
    const [yuan = '0', cents = ''] = String(payment_amount ?? '0').split('.');
    fen += Number(yuan) * 100 + Number(cents.padEnd(2, '0').slice(0, 2));
  }
  return [status, { orders: ofStatus.length, fen }];
});
console.log(JSON.stringify(totals));
