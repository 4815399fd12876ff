import type { ReceivedEvent, WebhookName } from './event.ts';
import type { WebhookKey } from './key.ts';
import type { ReplayStore } from './replay-store.ts';

/** A message that was verified, decrypted and read. */
export interface ReceivedMessage {
  readonly event: ReceivedEvent;
  /** The name of a documented message; undefined for an unknown event. */
  readonly name: WebhookName | undefined;
  /** The message's id; undefined where it has none. */
  readonly id: string | undefined;
  /** Whom the message is for, of the ids that are accepted. */
  readonly receiveId: string;
  /** The message as it was decrypted. */
  readonly text: string;
  /** The digits of whole numbers beyond 2^53 where none was expected; in the event each is a string of these. */
  readonly largeIntegers: readonly string[];
}

/** A message that is being handled. */
export interface Delivery extends ReceivedMessage {
  /** Sets what is answered, encrypted, in place of the plain success. A redelivery is answered with the plain success. */
  reply(message: string | object): void;
}

/** What {@link createWebhookReceiver} takes. */
export interface ReceiverOptions {
  /** The token of the callback application. */
  readonly token?: string | undefined;
  /** The EncodingAESKey of the callback application: 43 letters and digits. */
  readonly encodingAesKey?: string | undefined;
  /** More keys that are accepted, while they are changed. */
  readonly keys?: readonly WebhookKey[] | undefined;
  /** The company's id at WeCom (`ww…`) or at Weiban, which the vendor's documentation leaves open; a list accepts any in it. */
  readonly receiveId: string | readonly string[] | undefined;
  /**
   * Handles a message; what it returns is waited for. Where it throws or rejects, the answer is a failure and a redelivery
   * is handled again. Documented events are told apart by `event` and `status`; others come as `event: 'unknown'`.
   */
  readonly onEvent?: ((event: ReceivedEvent, delivery: Delivery) => unknown) | undefined;
  /** Told of what `onEvent` and the replay store throw and of requests that cannot be read; `console.error` when left out. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Milliseconds that a message's time may be before or after now, 300,000 when left out; `Infinity` for any. */
  readonly window?: number | undefined;
  /** Where handled messages are remembered, such as `createRedisReplayStore`; this process's memory when left out. */
  readonly replays?: ReplayStore | undefined;
  /** Bytes of a body that are read; 1 MiB when left out. */
  readonly maxBodyBytes?: number | undefined;
  /** The time that messages are held against, in milliseconds since the epoch; for tests. */
  readonly clock?: { now(): number } | undefined;
}
