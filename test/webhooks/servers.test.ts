import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect as connect2, createServer as createServer2 } from 'node:http2';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import Fastify, { type FastifyInstance } from 'fastify';
import Koa from 'koa';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createWebhookReceiver,
  createWebhookSender,
  type WebhookReceiver,
  type WebhookReceiverOptions,
} from '../../src/webhooks/index.ts';
import { created, key, otherKey, receiveId } from '../support/webhooks.ts';

const open: (() => unknown)[] = [];
afterEach(() => Promise.all(open.splice(0).map((close) => close())));

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => close(server));
  return addressOf(server);
}

function close(server: Server) {
  server.closeAllConnections();
  return once(server.close(), 'close');
}

function addressOf(server: Server): string {
  // A server that listens on TCP has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/weiban?corp=1`;
}

/** Posts without a message. A request that is never answered fails instead of hanging. */
function postTo(url: string, init: RequestInit): Promise<Response> {
  const body = init.body === 'chunks' ? { body: new Blob([]).stream(), duplex: 'half' } : {};
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(3000), ...init, ...body });
}

function receiving(more: Partial<WebhookReceiverOptions> = {}) {
  const events: unknown[] = [];
  const errors: unknown[] = [];
  const receiver = createWebhookReceiver({
    ...key,
    receiveId,
    onEvent: (event) => events.push(event),
    onError: (error) => errors.push(error),
    ...more,
  });
  return { receiver, events, errors };
}

type Serve = (receiver: WebhookReceiver) => Promise<string>;

const serveExpress =
  (...before: express.RequestHandler[]): Serve =>
  ({ listener }) => {
    const app = express();
    for (const handler of before) app.use(handler);
    app.all('/weiban', listener);
    return listen(app);
  };

const serveFastify =
  (register: (app: FastifyInstance, receiver: WebhookReceiver) => void): Serve =>
  async (receiver) => {
    const app = Fastify();
    register(app, receiver);
    await app.listen({ port: 0, host: '127.0.0.1' });
    open.push(() => app.close());
    return addressOf(app.server);
  };

/** What a body parser makes of a request. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
}

const SERVERS: [string, Serve][] = [
  ['plain http', ({ listener }) => listen(listener)],
  ['Express', serveExpress()],
  ['Express after express.json', serveExpress(express.json())],
  ['Express after express.raw', serveExpress(express.raw({ type: '*/*' }))],
  ['Express after express.text', serveExpress(express.text({ type: '*/*' }))],
  ['Express after a parser of another type', serveExpress(express.urlencoded())],
  ['Express after the parsers of Nest', serveExpress(express.json(), express.urlencoded({ extended: true }))],
  [
    'Express after a middleware that pauses the request',
    serveExpress((request, _response, next) => {
      request.pause();
      next();
    }),
  ],
  [
    'Express after a middleware that sets an encoding',
    serveExpress((request, _response, next) => {
      request.setEncoding('utf8');
      next();
    }),
  ],
  [
    'Express after a middleware that listens to the request',
    serveExpress((request, _response, next) => {
      request.on('readable', () => undefined);
      next();
    }),
  ],
  [
    'Koa',
    ({ listener }) => {
      const app = new Koa();
      app.use(async (context) => {
        context.respond = false;
        await listener(context.req, context.res);
      });
      return listen(app.callback());
    },
  ],
  [
    'Koa with a body parser and answer()',
    ({ answer }) => {
      const app = new Koa();
      app.use(async (context, next) => {
        Object.assign(context.request, { body: await readJson(context.req) });
        await next();
      });
      app.use(async (context) => {
        const { body } = context.request as { body?: unknown };
        const given = await answer({ method: context.method, query: context.query, body });
        context.status = given.status;
        context.set(given.headers);
        context.body = given.body;
      });
      return listen(app.callback());
    },
  ],
  [
    'Fastify with answer()',
    serveFastify((app, { answer }) => {
      app.all('/weiban', async ({ method, query, body }, reply) => {
        const given = await answer({ method, query: query as Record<string, unknown>, body });
        return reply.code(given.status).headers(given.headers).send(given.body);
      });
    }),
  ],
  [
    'Fastify with its raw request',
    serveFastify((app, { listener }) => {
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('*', (_request, _payload, done) => done(null));
      app.all('/weiban', (request, reply) => {
        reply.hijack();
        return listener(request.raw, reply.raw);
      });
    }),
  ],
  [
    'a fetch-style handler',
    ({ handle }) =>
      listen(async (request, response) => {
        const { method = '', url = '' } = request;
        const body = method === 'POST' ? { body: request as unknown as BodyInit, duplex: 'half' } : {};
        const answer = await handle(new Request(`http://127.0.0.1${url}`, { method, ...body }));
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      }),
  ],
];

describe.each(SERVERS)('%s', (_, serve) => {
  const senderTo = (url: string, more = {}) =>
    createWebhookSender({
      url,
      ...key,
      receiveId,
      corpId: '1700000000000000001',
      appId: 'app-114514',
      ...more,
    });

  test('verifies the address and receives', async () => {
    const { receiver, events, errors } = receiving();
    const sender = senderTo(await serve(receiver));
    expect(await sender.verifyUrl()).toMatchObject({ status: 200, ok: true });
    for (const retry_count of [0, 1])
      expect(await sender.send({ ...created, retry_count })).toEqual({ status: 200, body: '{"errcode":0}' });
    expect(events).toEqual([created]);
    expect(errors).toEqual([]);
  });

  test('refuses forged messages', async () => {
    const { receiver, events, errors } = receiving();
    const forger = senderTo(await serve(receiver), otherKey);
    expect(await forger.verifyUrl()).toMatchObject({ status: 401, ok: false });
    expect((await forger.send(created)).status).toBe(401);
    expect({ events, errors }).toEqual({ events: [], errors: [] });
  });

  test('answers with a failure if the handler fails, and with an encrypted reply if it sets one', async () => {
    let tries = 0;
    const { receiver } = receiving({
      onEvent: (_event, delivery) => {
        if (++tries === 1) throw new Error('not now');
        delivery.reply({ id: 'reply' });
      },
    });
    const sender = senderTo(await serve(receiver));
    expect((await sender.send(created)).status).toBe(500);
    const { body } = await sender.send(created);
    const { encrypt, msgsignature, ...query } = JSON.parse(body);
    const reply = receiver.parse({ query: { ...query, msg_signature: msgsignature }, body: { encrypt } });
    expect(reply.text).toBe('{"id":"reply"}');
  });

  test.each([
    ['with a length', { body: '' }],
    ['in chunks', { body: 'chunks' }],
    ['without a type', { headers: {} }],
    ['as text', { body: '', headers: { 'content-type': 'text/plain' } }],
    ['as an empty object', { body: '{}' }],
  ])('answers a POST without a message, %s', async (_name, init: RequestInit) => {
    const { receiver, events } = receiving();
    const answer = await postTo(await serve(receiver), init);
    // Fastify itself refuses an empty body of JSON.
    expect(answer.status).toBeOneOf([401, 400]);
    expect(events).toEqual([]);
  });

  test('answers another method', async () => {
    const { receiver } = receiving();
    const answer = await fetch(await serve(receiver), { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

test('a response that somebody else has answered is reported, and nothing rejects', async () => {
  const { receiver, errors } = receiving();
  const url = await serveExpress((_request, response, next) => {
    response.status(503).end('too late');
    next();
  })(receiver);
  const sender = createWebhookSender({ url, ...key, receiveId });
  expect(await sender.send(created)).toEqual({ status: 503, body: 'too late' });
  await expect.poll(() => errors.map(String)).toEqual([expect.stringContaining('was answered before')]);
});

describe('a body', () => {
  test('that a parser has read is reported', async () => {
    const { receiver, events, errors } = receiving();
    const url = await serveExpress((request, _response, next) => {
      request.resume().on('end', next);
    })(receiver);
    const sender = createWebhookSender({ url, ...key, receiveId });
    expect((await sender.send(created)).status).toBe(500);
    expect(errors.map(String)).toEqual([expect.stringContaining('put the receiver before the body parser')]);
    expect(events).toEqual([]);
  });

  test('that is empty and was read by a middleware is refused like any other', async () => {
    const { receiver, errors } = receiving();
    const url = await serveExpress(async (request, _response, next) => {
      await readJson(request);
      next();
    })(receiver);
    expect((await postTo(url, { body: '' })).status).toBe(401);
    expect(errors).toEqual([]);
  });

  test('that Koa has parsed is reported with the place of the parsed body', async () => {
    const { receiver, errors } = receiving();
    const app = new Koa();
    app.use(async (context) => {
      await readJson(context.req);
      context.respond = false;
      await receiver.listener(context.req, context.res);
    });
    const url = await listen(app.callback());
    expect((await createWebhookSender({ url, ...key, receiveId }).send(created)).status).toBe(500);
    expect(errors.map(String)).toEqual([expect.stringContaining('ctx.request.body')]);
  });

  test('of a fetch-style request that somebody else is reading is reported', async () => {
    const { receiver, errors } = receiving();
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: '{}' });
    request.body?.getReader();
    expect((await receiver.handle(request)).status).toBe(500);
    expect(errors.map(String)).toEqual([expect.stringContaining('was read before')]);
  });

  test('beyond the limit is answered over HTTP/2, without a header of HTTP/1', async () => {
    const { receiver } = receiving({ maxBodyBytes: 1000 });
    // The compatibility classes of HTTP/2 have the members of a request that the listener uses.
    const server = createServer2(receiver.listener as never).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const session = connect2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    session.on('error', () => undefined);
    open.push(() => {
      session.destroy();
      server.close();
    });
    const request = session.request({ ':method': 'POST', ':path': '/weiban' });
    request.on('error', () => undefined);
    request.end('x'.repeat(5000));
    const warnings: unknown[] = [];
    const warn = (warning: Error) => warnings.push(warning.message);
    process.on('warning', warn);
    const [headers] = await once(request, 'response');
    await new Promise(setImmediate);
    process.off('warning', warn);
    expect([headers[':status'], warnings]).toEqual([413, []]);
  });

  test('of a fetch-style request that was read before is reported', async () => {
    const { receiver, errors } = receiving();
    const request = new Request('http://127.0.0.1/', { method: 'POST', body: '{}' });
    await request.text();
    expect((await receiver.handle(request)).status).toBe(500);
    expect(errors.map(String)).toEqual([expect.stringContaining('was read before')]);
  });

  test('without an end is not read completely by Node', async () => {
    const { receiver } = receiving({ maxBodyBytes: 1000 });
    const url = new URL(await listen(receiver.listener));
    const socket = connect(Number(url.port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    // The server may reset a connection that it does not read to the end.
    socket.on('error', () => undefined);
    socket.write(`POST /weiban HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n${'x'.repeat(2000)}`);
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  test('without an end is not read completely from a stream', async () => {
    const { receiver } = receiving({ maxBodyBytes: 1000 });
    let pulls = 0;
    let isCancelled = false;
    const body = new ReadableStream({
      pull(controller) {
        pulls++;
        controller.enqueue(new Uint8Array(400));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const request = new Request('http://127.0.0.1/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect((await receiver.handle(request)).status).toBe(413);
    expect(isCancelled).toBe(true);
    expect(pulls).toBeLessThan(6);
  });

  test('whose sender goes away half-way is not reported', async () => {
    const { receiver, events, errors } = receiving();
    let ended: () => void = () => undefined;
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const url = new URL(
      await listen(async (request, response) => {
        await receiver.listener(request, response);
        ended();
      }),
    );
    const socket = connect(Number(url.port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"encrypt":');
    socket.end();
    await end;
    socket.destroy();
    expect({ events, errors }).toEqual({ events: [], errors: [] });
  });
});
