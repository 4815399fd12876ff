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

/** Receives Weiban's messages. Every member also works detached from the object. */
export interface WebhookReceiver {
  /**
   * Returns the text that an address check must be answered with, unchanged.
   *
   * @throws WeibanWebhookError if it is not from Weiban.
   */
  verifyUrl(query: WebhookQuery): string;
  /**
   * Verifies, decrypts and parses a message. Does not check whether it came before.
   *
   * @throws WeibanWebhookError if it is not from Weiban.
   */
  parse(message: { readonly query: WebhookQuery; readonly body: WebhookBody }): ReceivedMessage;
  /** Answers a request from any framework: GET verifies the address, POST handles a message. Never rejects. */
  readonly answer: Answer;
  /** Answers a fetch-style request: Next, Hono, Bun, Deno, Workers. Never rejects. */
  readonly handle: (request: Request) => Promise<Response>;
  /**
   * Answers a Node request: `http`, Express, Koa (`ctx.req`, `ctx.res`), Fastify (`raw`), Nest. Uses
   * `request.body` if a body parser has set it. Never rejects.
   */
  readonly listener: NodeListener;
}

/**
 * Creates a receiver of pushed messages.
 *
 * @example createServer(createWebhookReceiver({ token, encodingAesKey, receiveId, onEvent }).listener)
 * @throws WeibanConfigError if there is no key or no receive id, or an option is not usable.
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
      config.reportError(error);
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

/** An opened message, and the key for a reply. */
interface Opened {
  readonly message: ReceivedMessage;
  readonly key: CipherKey;
}

type Open = (query: WebhookQuery, encrypt: string) => Opened;

function createOpen({ open }: ReceiverConfig): Open {
  return (query, encrypt) => {
    const { key, text, receiveId } = openMessage(open, readQuery(query), encrypt);
    const { event, name, id, largeIntegers } = readEvent(text);
    // Written out, because copying by spread takes as long as the signature.
    return { key, message: { event, name, id, receiveId, text, largeIntegers } };
  };
}

function createReceive(
  { onEvent, replays, maxBodyBytes, reportError, open: { now } }: ReceiverConfig,
  open: Open,
) {
  const handleOnce = createHandleOnce(replays, reportError);
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

/** Identifies redeliveries by the message's id, which stays the same while time, nonce and retry_count change. */
function keyOf({ receiveId, id, text }: ReceivedMessage): string {
  return createHash('sha256')
    .update(JSON.stringify([receiveId, id ?? null, id === undefined ? text : '']))
    .digest('base64url');
}

function asBody(body: unknown): WebhookBody {
  if (typeof body === 'string' || (typeof body === 'object' && body !== null)) return body;
  throw new WeibanWebhookError();
}
