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
import { type RefusedRequest, refusal } from './refusal.ts';
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
  const readUrl = (query: WebhookQuery) => openMessage(config.open, readQuery(query), readEcho(query)).text;

  const answer: Answer = async ({ method, query, body }) => {
    try {
      if (method === 'GET') return echo(readUrl(query));
      if (method === 'POST') return await receive(query, asBody(body));
      return failed(405);
    } catch (error) {
      if (error instanceof WeibanWebhookError) {
        const refused = method === 'GET' ? { query } : { query, body: body ?? '' };
        // After the answer, so that its time says nothing about the reason.
        setTimeout(() => config.reportRefusal(refused), 0);
        return failed(401);
      }
      config.reportError(error);
      return failed(500);
    }
  };
  return {
    verifyUrl: (query) => reporting(config, { query }, () => readUrl(query)),
    parse: (message) =>
      reporting(config, message, () => open(message.query, readCiphertext(message.body)).message),
    answer,
    handle: createWebHandler(config, answer),
    listener: createNodeListener(config, answer),
  };
}

/** Reports why a request is refused, and throws. */
function reporting<T>({ reportRefusal }: ReceiverConfig, refused: RefusedRequest, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WeibanWebhookError) reportRefusal(refused);
    throw error;
  }
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
  { onEvent, replays, maxBodyBytes, reportError, reportRefusal, open: { now } }: ReceiverConfig,
  open: Open,
) {
  const handleOnce = createHandleOnce(replays, reportError);
  return async (query: WebhookQuery, body: WebhookBody): Promise<ReceiverAnswer> => {
    const encrypt = readCiphertext(body);
    if (encrypt.length > maxBodyBytes) {
      reportRefusal(refusal('size'));
      return failed(413);
    }
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

/**
 * Identifies redeliveries by the message's id, event and status, which stay the same while time, nonce and retry_count
 * change. The id alone would do if every message had its own, as its UUID suggests; no page says so, and to drop another
 * event is worse than to handle one twice.
 */
function keyOf({ receiveId, id, text, event }: ReceivedMessage): string {
  const fields: { readonly event?: unknown; readonly status?: unknown } =
    event.event === 'unknown' ? event.message : event;
  const kind = id === undefined ? [null, text] : [id, fields.event ?? null, fields.status ?? null];
  return createHash('sha256')
    .update(JSON.stringify([receiveId, ...kind]))
    .digest('base64url');
}

function asBody(body: unknown): WebhookBody {
  if (typeof body === 'string' || (typeof body === 'object' && body !== null)) return body;
  throw new WeibanWebhookError();
}
