import { WeibanResponseError } from '../base/errors.ts';
import type { FetchLike } from '../base/exchange.ts';
import { readText } from '../base/read-text.ts';
import { encryptWith } from './encrypt-message.ts';
import { cipherKey, type WebhookKey } from './key.ts';

/** A receiver answers with a few words; anything else is another page. */
const MOST_BYTES = 2 ** 20;

/** Options of {@link createWebhookSender}. */
export interface WebhookSenderOptions extends WebhookKey {
  /** The callback address. */
  readonly url: string | URL;
  /** The recipient of the messages: the company's id, at WeCom or at Weiban. */
  readonly receiveId: string;
  /** The company's id in Weiban, which the body has next to the ciphertext; left out if undefined. */
  readonly corpId?: string | undefined;
  /** The callback application's id, which the body has too; left out if undefined. */
  readonly appId?: string | undefined;
  /** Sends the requests instead of the global `fetch`. */
  readonly fetch?: FetchLike | undefined;
  /** The clock that messages are signed with, in milliseconds since the epoch. */
  readonly clock?: { now(): number } | undefined;
}

/** What a callback address answered. */
export interface WebhookAnswer {
  /** The HTTP status. */
  readonly status: number;
  readonly body: string;
}

/** Plays Weiban: sends encrypted messages to a callback address. */
export interface WebhookSender {
  /**
   * Sends a message: an event, any other object, or an unchanged text. Sending it again is a redelivery, with
   * a new nonce and a new time. Rejects like `fetch` if no answer comes, and with
   * WeibanResponseError if it has more than 1 MB.
   */
  send(event: object | string): Promise<WebhookAnswer>;
  /**
   * Asks for an echo of 8 digits, as Weiban does when somebody enters the address. `ok` says whether they
   * came back.
   */
  verifyUrl(): Promise<WebhookAnswer & { readonly ok: boolean }>;
}

/**
 * Creates a sender of webhooks, for tests and for a development server.
 *
 * @throws WeibanConfigError if the key is invalid.
 */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { url, receiveId, corpId, appId, clock = Date } = options;
  const key = cipherKey(options);
  const request = options.fetch ?? ((address, init) => globalThis.fetch(address, init));

  const encrypt = (message: object | string) => {
    const timestamp = Math.floor(clock.now() / 1000);
    const { signature, encrypt: ciphertext, ...query } = encryptWith(key, { message, receiveId, timestamp });
    const address = new URL(url);
    for (const [name, value] of Object.entries({ msg_signature: signature, ...query }))
      address.searchParams.set(name, value);
    return { address, ciphertext };
  };
  const exchange = async (address: URL, init: RequestInit): Promise<WebhookAnswer> => {
    const answer = await request(address.href, init);
    const body = await readText(answer, MOST_BYTES);
    if (body === undefined) {
      throw new WeibanResponseError(
        `The receiver answered with more than ${MOST_BYTES} bytes; check its address.`,
        {
          status: answer.status,
          problem: 'too-large',
        },
      );
    }
    return { status: answer.status, body };
  };

  return {
    send(event) {
      const { address, ciphertext } = encrypt(event);
      return exchange(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=UTF-8' },
        body: JSON.stringify({ corp_id: corpId, app_id: appId, encrypt: ciphertext }),
      });
    },
    async verifyUrl() {
      const echo = String(Math.floor(10_000_000 + Math.random() * 90_000_000));
      const { address, ciphertext } = encrypt(echo);
      address.searchParams.set('echostr', ciphertext);
      const answer = await exchange(address, { method: 'GET' });
      return { ...answer, ok: answer.status === 200 && answer.body === echo };
    },
  };
}
