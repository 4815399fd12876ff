// Receives Weiban's pushed messages and appends each to a file, as one line of JSON, before it answers. If a message
// could not be saved, the answer is a failure, and Weiban sends it again. A repeated message is saved once.
//
//   npm install weiban-openapi
//   WEIBAN_WEBHOOK_TOKEN=… WEIBAN_WEBHOOK_AES_KEY=… WEIBAN_WEBHOOK_RECEIVE_ID=… npx tsx webhook-receiver.ts events.jsonl
//
// PORT is the port to listen on (default 3000). To try it: weiban webhook send http://127.0.0.1:3000/ < event.json

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
    // The original text on one line: large integers keep their digits, and JSON strings contain no line breaks.
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
// Finishes the messages in progress, and does not wait for idle connections.
process.once('SIGTERM', () => {
  server.close();
  server.closeIdleConnections();
});

/** A summary in one line, without personal texts. */
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
