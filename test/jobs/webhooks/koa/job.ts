// Koa: a message whose handling fails is handled when it comes again; one that was handled is not.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { startSandbox } from 'weiban-openapi/sandbox';
import { createWebhookReceiver } from 'weiban-openapi/webhooks';

const settings = { token: 'our-token', encodingAesKey: 'k'.repeat(43), receiveId: 'ww0123456789abcdef' };
const problems: string[] = [];
let calls = 0;
const receiver = createWebhookReceiver({
  ...settings,
  onEvent() {
    calls += 1;
    if (calls === 1) throw new Error('database is away');
  },
  onError: (error) => void problems.push((error as Error).message),
});
const app = new Koa();
app.use(async (ctx) => {
  ctx.respond = false;
  await receiver.listener(ctx.req, ctx.res);
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const sandbox = await startSandbox({ webhook: { ...settings, url } });
const message = { event: 'work_order_change', status: 'reopen', id: 'same', msg_data: { order_no: '1' } };
const statuses: number[] = [];
for (let times = 0; times < 3; times++) {
  statuses.push((await sandbox.sendWebhook(message)).status);
}
await sandbox.close();
server.close();
console.log(JSON.stringify({ statuses, calls, problems: problems.length }));
