// Answer a message with an encrypted reply and read it on the other side.
import { createWebhookReceiver, createWebhookSender } from 'weiban-openapi/webhooks';

const settings = { token: 'our-token', encodingAesKey: 'k'.repeat(43), receiveId: 'ww0123456789abcdef' };
const { handle, parse } = createWebhookReceiver({
  ...settings,
  onEvent(event, { reply }) {
    if (event.event !== 'unknown') reply({ received: event.status });
  },
});
const sender = createWebhookSender({
  ...settings,
  url: 'http://localhost/weiban',
  fetch: (url, init) => handle(new Request(url, init)),
});
const message = { id: '1', event: 'work_order_change', status: 'reply', msg_data: { order_no: '7' } };
const { encrypt, msgsignature, timestamp, nonce } = JSON.parse((await sender.send(message)).body);
// A reply is encrypted like a message, but calls its signature otherwise.
const known = parse({ query: { msg_signature: msgsignature, timestamp, nonce }, body: { encrypt } });
const unknown = await sender.send({ event: 'other' });
console.log(JSON.stringify({ known: JSON.parse(known.text), unknown: JSON.parse(unknown.body) }));
