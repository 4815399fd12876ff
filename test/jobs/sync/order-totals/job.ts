// Turnover by order status, added up in fen so that no cent is lost.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });
const toFen = (yuan: string | null | undefined) => Math.round(Number(yuan ?? 0) * 100);

const byStatus = new Map<string, { orders: number; fen: number }>();
for await (const { order_status, payment_amount } of weiban.order.list.items({ limit: 100 })) {
  const sum = byStatus.get(order_status) ?? { orders: 0, fen: 0 };
  byStatus.set(order_status, { orders: sum.orders + 1, fen: sum.fen + toFen(payment_amount) });
}
console.log(JSON.stringify([...byStatus].sort()));
