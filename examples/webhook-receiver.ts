// Receives Weiban's pushed messages and appends each to a file, one line of JSON, before it is answered: a message that could
// not be kept is answered with a failure, and Weiban sends it again. One that comes again after it was kept is kept once.
//
//   npm install weiban-openapi
//   WEIBAN_WEBHOOK_TOKEN=… WEIBAN_WEBHOOK_AES_KEY=… WEIBAN_WEBHOOK_RECEIVE_ID=… npx tsx webhook-receiver.ts events.jsonl
//
// PORT is where it listens, 3000 when left out. To try it: weiban webhook send http://127.0.0.1:3000/ < event.json

import { appendFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createWebhookReceiver, type ReceivedEvent } from 'weiban-openapi/webhooks';

const file = process.argv[2] ?? 'events.jsonl';

const receiver = createWebhookReceiver({
  token: process.env.WEIBAN_WEBHOOK_TOKEN,
  encodingAesKey: process.env.WEIBAN_WEBHOOK_AES_KEY,
  // The company's id at WeCom and at Weiban may both occur: WEIBAN_WEBHOOK_RECEIVE_ID=ww…,1234567890123456789
  receiveId: process.env.WEIBAN_WEBHOOK_RECEIVE_ID?.split(','),
  async onEvent(event, { text }) {
    // The text as it came, on one line: whole numbers keep their digits, and strings hold no line break in JSON.
    await appendFile(file, `${text.replaceAll(/[\r\n]+/g, ' ')}\n`);
    console.log(summaryOf(event));
  },
});

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/') return void receiver.listener(request, response);
  response.writeHead(404).end();
});
server.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1', () => {
  console.log(`listening: ${JSON.stringify(server.address())}`);
});
// Messages that are being handled are finished; idle connections are not waited for.
process.once('SIGTERM', () => {
  server.close();
  server.closeIdleConnections();
});

/** What happened, in a line, without what people wrote. */
function summaryOf(event: ReceivedEvent): string {
  switch (event.event) {
    case 'work_order_change':
      return `ticket ${event.msg_data.order_no}: ${event.status}`;
    case 'meeting_change':
      return `meeting ${event.msg_data.meeting.id}: ${event.status}`;
    default:
      return `a message that the documentation does not describe: ${String(event.message.event)}`;
  }
}
