// We change the token and the key at Weiban: for a while messages come with either.
import { createWebhookReceiver, createWebhookSender } from 'weiban-openapi/webhooks';

const old = { token: 'old-token', encodingAesKey: 'o'.repeat(43) };
const fresh = { token: 'new-token', encodingAesKey: 'n'.repeat(43) };
const receiveId = 'ww0123456789abcdef';
const orders: string[] = [];
const { handle } = createWebhookReceiver({
  ...fresh,
  keys: [old],
  receiveId: [receiveId, '1234567890123456789'],
  onEvent(event) {
    if (event.event === 'work_order_change') orders.push(event.msg_data.order_no);
  },
});
const senders = [
  { ...fresh, receiveId },
  { ...old, receiveId },
  { ...fresh, receiveId: '1234567890123456789' },
  { token: old.token, encodingAesKey: fresh.encodingAesKey, receiveId },
].map((settings) =>
  createWebhookSender({
    ...settings,
    url: 'http://localhost/',
    fetch: (url, init) => handle(new Request(url, init)),
  }),
);
const statuses: number[] = [];
for (const [at, sender] of senders.entries()) {
  const message = {
    id: `message-${at}`,
    event: 'work_order_change',
    status: 'create',
    msg_data: { order_no: String(at) },
  };
  statuses.push((await sender.send(message)).status);
}
console.log(JSON.stringify({ statuses, orders }));
