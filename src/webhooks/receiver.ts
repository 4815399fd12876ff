import { createHash } from 'node:crypto';
import { type Answer, accepted, echo, failed, type ReceiverAnswer } from './answer.ts';
import { asReply, type EncryptedReply, encryptWith } from './encrypt-message.ts';
import { readEvent } from './event.ts';
import { createHandleOnce } from './handle-once.ts';
import type { CipherKey } from './key.ts';
import { createNodeListener, type NodeListener } from './node-listener.ts';
import { openMessage } from './open-message.ts';
import { readEcho, readQuery, type WebhookQuery } from './query.ts';
import { readCiphertext, type WebhookBody } from './read-ciphertext.ts';
import { type ReceiverConfig, resolveReceiver } from './receiver-config.ts';
import type { ReceivedMessage, ReceiverOptions } from './receiver-options.ts';
import { createWebHandler } from './web-handler.ts';
import { WeibanWebhookError } from './webhook-error.ts';

/** Receives Weiban's messages. Every member can be passed on by itself. */
export interface WebhookReceiver {
  /**
   * The text that a check of the address must be answered with, as it is.
   *
   * @throws WeibanWebhookError where it is not from Weiban.
   */
  verifyUrl(query: WebhookQuery): string;
  /**
   * Verifies, decrypts and reads a message. Does not look whether it came before.
   *
   * @throws WeibanWebhookError where it is not from Weiban.
   */
  parse(message: { readonly query: WebhookQuery; readonly body: WebhookBody }): ReceivedMessage;
  /** Answers a request, whichever framework it came through: GET verifies the address, POST handles a message. Never rejects. */
  readonly answer: Answer;
  /** Answers a fetch-style request: Next, Hono, Bun, Deno, Workers. Never rejects. */
  readonly handle: (request: Request) => Promise<Response>;
  /**
   * Answers a request of Node's: `http`, Express, Koa (`ctx.req`, `ctx.res`), Fastify (`raw`), Nest. A body that a parser
   * has put at `request.body` is taken from there. Never rejects.
   */
  readonly listener: NodeListener;
}

/**
 * A receiver of pushed messages.
 *
 * @example createServer(createWebhookReceiver({ token, encodingAesKey, receiveId, onEvent }).listener)
 * @throws WeibanConfigError when there is no key or no receive id, or an option is not usable.
 */
export function createWebhookReceiver(options: ReceiverOptions): WebhookReceiver {
  const config = resolveReceiver(options);
  const open = createOpen(config);
  const receive = createReceive(config, open);
  const verifyUrl = (query: WebhookQuery) => openMessage(config.open, readQuery(query), readEcho(query)).text;

  const answer: Answer = async ({ method, query, body }) => {
    try {
      if (method === 'GET') return echo(verifyUrl(query));
      if (method === 'POST') return await receive(query, asBody(body));
      return failed(405);
    } catch (error) {
      if (error instanceof WeibanWebhookError) return failed(401);
      config.tell(error);
      return failed(500);
    }
  };
  return {
    verifyUrl,
    parse: ({ query, body }) => open(query, readCiphertext(body)).message,
    answer,
    handle: createWebHandler(config, answer),
    listener: createNodeListener(config, answer),
  };
}

/** A message that was opened, and the key that fits a reply. */
interface Opened {
  readonly message: ReceivedMessage;
  readonly key: CipherKey;
}

type Open = (query: WebhookQuery, encrypt: string) => Opened;

function createOpen({ open }: ReceiverConfig): Open {
  return (query, encrypt) => {
    const { key, text, receiveId } = openMessage(open, readQuery(query), encrypt);
    const { event, name, id, largeIntegers } = readEvent(text);
    // Written out: copying by spread takes as long as the signature.
    return { key, message: { event, name, id, receiveId, text, largeIntegers } };
  };
}

function createReceive({ onEvent, replays, maxBodyBytes, tell, open: { now } }: ReceiverConfig, open: Open) {
  const handleOnce = createHandleOnce(replays, tell);
  return async (query: WebhookQuery, body: WebhookBody): Promise<ReceiverAnswer> => {
    const encrypt = readCiphertext(body);
    if (encrypt.length > maxBodyBytes) return failed(413);
    const { message, key } = open(query, encrypt);
    let answer: EncryptedReply | undefined;
    const reply = (given: string | object) => {
      const timestamp = Math.floor(now() / 1000);
      answer = asReply(encryptWith(key, { message: given, receiveId: message.receiveId, timestamp }));
    };
    const handling = await handleOnce(keyOf(message), async () => {
      await onEvent?.(message.event, { ...message, reply });
    });
    if (handling === 'handled') return accepted(answer);
    return failed(handling === 'running' ? 503 : 500);
  };
}

/** What a redelivery is known by: the message's id, which stays while time, nonce and retry_count change. */
function keyOf({ receiveId, id, text }: ReceivedMessage): string {
  return createHash('sha256')
    .update(JSON.stringify([receiveId, id ?? null, id === undefined ? text : '']))
    .digest('base64url');
}

function asBody(body: unknown): WebhookBody {
  if (typeof body === 'string' || (typeof body === 'object' && body !== null)) return body;
  throw new WeibanWebhookError();
}
