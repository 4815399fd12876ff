// A fetch-style route (Next, Hono): each message is stored once, however often it comes.
import { createWebhookReceiver, createWebhookSender } from 'weiban-openapi/webhooks';

const settings = { token: 'our-token', encodingAesKey: 'k'.repeat(43), receiveId: 'ww0123456789abcdef' };
const stored: string[] = [];
const { handle } = createWebhookReceiver({
  ...settings,
  onEvent: (_, { text }) => void stored.push(text),
});

let delivered = 0;
const sender = createWebhookSender({
  ...settings,
  url: 'http://localhost/api/weiban',
  // The network delivers each request twice.
  async fetch(url, init) {
    delivered += 2;
    await handle(new Request(url, init));
    return handle(new Request(url, init));
  },
});
const statuses: number[] = [];
for (const order_no of ['1', '2', '3']) {
  const { status } = await sender.send({
    id: `message-${order_no}`,
    event: 'work_order_change',
    status: 'switch',
    msg_data: { order_no },
  });
  statuses.push(status);
}
const orders = stored.map((text) => JSON.parse(text).msg_data.order_no);
console.log(JSON.stringify({ delivered, statuses, orders }));
