// Callback for tickets in an Express app that parses JSON for its other routes.
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createWebhookReceiver, createWebhookSender } from 'weiban-openapi/webhooks';

const settings = { token: 'our-token', encodingAesKey: 'k'.repeat(43), receiveId: 'ww0123456789abcdef' };
const seen: string[] = [];
const receiver = createWebhookReceiver({
  ...settings,
  onEvent(event) {
    if (event.event === 'work_order_change' && event.status === 'create')
      seen.push(`new ${event.msg_data.order_no}`);
    else seen.push(event.event);
  },
});
const app = express().use(express.json()).use('/weiban', receiver.listener);
const server = app.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/weiban`;
  const sender = createWebhookSender({ ...settings, url });
  const check = await sender.verifyUrl();
  const message = {
    id: 'message-1',
    event: 'work_order_change',
    status: 'create',
    msg_data: { order_no: '1400000000000000001', title: '发票' },
  };
  const first = await sender.send(message);
  const other = await sender.send({ event: 'brand_new' });
  console.log(JSON.stringify({ check: check.ok, first: first.status, other: other.status, seen }));
  server.close();
});
