import type { ReceivedEvent, WebhookName } from './event.ts';
import type { WebhookKey } from './key.ts';
import type { WebhookRefusal } from './refusal.ts';
import type { ReplayStore } from './replay-store.ts';

/** A message that was verified, decrypted and read. */
export interface ReceivedMessage {
  readonly event: ReceivedEvent;
  /** The name of a documented message; undefined for an unknown event. */
  readonly name: WebhookName | undefined;
  /** The message's id; undefined if it has none. */
  readonly id: string | undefined;
  /** Which of the accepted ids the message is for. */
  readonly receiveId: string;
  /** The message as it was decrypted. */
  readonly text: string;
  /** The digits of unexpected integers beyond 2^53. In the event each is a string of these digits. */
  readonly largeIntegers: readonly string[];
}

/** A message that is being handled. */
export interface Delivery extends ReceivedMessage {
  /** Sets an encrypted reply that replaces the plain success. A redelivery is answered with the plain success. */
  reply(message: string | object): void;
}

/** Options of {@link createWebhookReceiver}. */
export interface ReceiverOptions {
  /** The token of the callback application. */
  readonly token?: string | undefined;
  /** The EncodingAESKey of the callback application: 43 letters and digits. */
  readonly encodingAesKey?: string | undefined;
  /** Additional accepted keys, for a key change. */
  readonly keys?: readonly WebhookKey[] | undefined;
  /**
   * The company's id at WeCom (`ww…`) or at Weiban; the vendor's documentation does not say which. A list
   * accepts any of its ids.
   */
  readonly receiveId: string | readonly string[] | undefined;
  /**
   * Handles a message; a returned promise is awaited. If it throws or rejects, the answer is a failure and a
   * redelivery is handled again. `event` and `status` distinguish documented events; others have the event
   * `unknown`.
   */
  readonly onEvent?: ((event: ReceivedEvent, delivery: Delivery) => unknown) | undefined;
  /**
   * Called with errors of `onEvent` and the replay store, and for requests that cannot be read. Default:
   * `console.error`.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
  /**
   * Called with the reason why a message was refused, for setting up the callback. A server calls it after the answer,
   * which stays the same whatever the reason; `parse` and `verifyUrl` call it before they throw. Anyone can send such
   * messages, so do not let it grow a log without bound. Default: nothing.
   */
  readonly onRefused?: ((refusal: WebhookRefusal) => unknown) | undefined;
  /** How many milliseconds a message's time may differ from now. Default: 300,000. `Infinity` accepts any time. */
  readonly window?: number | undefined;
  /** Where handled messages are remembered, such as `createRedisReplayStore`. Default: this process's memory. */
  readonly replays?: ReplayStore | undefined;
  /** The largest accepted body, in bytes. Default: 1 MiB. */
  readonly maxBodyBytes?: number | undefined;
  /** The clock that a message's time is compared with, in milliseconds since the epoch; for tests. */
  readonly clock?: { now(): number } | undefined;
}
