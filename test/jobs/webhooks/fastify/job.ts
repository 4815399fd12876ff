// The same callback in Fastify; a sender with another key and one for another company are turned away.
import fastify from 'fastify';
import { createWebhookReceiver, createWebhookSender } from 'weiban-openapi/webhooks';

const settings = { token: 'our-token', encodingAesKey: 'k'.repeat(43), receiveId: 'ww0123456789abcdef' };
const events: string[] = [];
const receiver = createWebhookReceiver({
  ...settings,
  onEvent: ({ event }, { receiveId }) => void events.push(`${event} for ${receiveId}`),
});

const app = fastify();
app.all('/weiban', async (request, reply) => {
  const { status, headers, body } = await receiver.answer({
    method: request.method,
    query: request.query as Record<string, string>,
    body: request.body,
  });
  return reply.code(status).headers(headers).send(body);
});
const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/weiban`;

const right = await createWebhookSender({ ...settings, url }).send({
  event: 'meeting_change',
  status: 'create',
});
const wrong = await createWebhookSender({ ...settings, encodingAesKey: 'x'.repeat(43), url }).send({
  event: 'a',
});
const stranger = await createWebhookSender({ ...settings, receiveId: 'ww9999', url }).send({ event: 'a' });
const bare = await fetch(url, { method: 'DELETE' });
await app.close();
console.log(
  JSON.stringify({
    statuses: [right, wrong, stranger, bare].map(({ status }) => status),
    events: events.length,
  }),
);
