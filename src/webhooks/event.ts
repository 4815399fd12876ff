import { type WebhookEvents, webhookRows } from '../../generated/webhooks.ts';
import { changeAt, parseExact } from '../base/exact-json.ts';
import { isObject } from '../base/is-object.ts';
import { WeibanWebhookError } from './webhook-error.ts';

/** The name of a documented message: its event, and its status if that distinguishes it from others. */
export type WebhookName = keyof WebhookEvents;

/** A documented message with that name, or any documented message; `event` and `status` distinguish them. */
export type WebhookEvent<Name extends WebhookName = WebhookName> = WebhookEvents[Name];

/**
 * A message that the specification does not know: another event, a documented event with an unknown status,
 * or a message without `id` or `msg_data`.
 */
export interface UnknownEvent {
  readonly event: 'unknown';
  /** The unchanged message. */
  readonly message: Readonly<Record<string, unknown>>;
}

/** Any message that can arrive. */
export type ReceivedEvent = WebhookEvent | UnknownEvent;

/** A parsed message. */
export interface ReadEvent {
  readonly event: ReceivedEvent;
  /** Undefined for an unknown event. */
  readonly name: WebhookName | undefined;
  /** The message's id, which identifies redeliveries; undefined if it has none. */
  readonly id: string | undefined;
  /** The digits of unexpected integers beyond 2^53. In the event each is a string of these digits. */
  readonly largeIntegers: readonly string[];
}

// Rows that fix more values come first.
const ROWS = webhookRows
  .map(([name, match, exact]) => ({ name, match: Object.entries(match), exact }))
  .sort((a, b) => b.match.length - a.match.length);

/**
 * Parses a decrypted message. A documented message is sure to have `id` and `msg_data`; the content of
 * `msg_data` is not checked.
 *
 * @throws WeibanWebhookError if the text is not a JSON object.
 */
export function readEvent(text: string): ReadEvent {
  const { value, large } = parseMessage(text);
  if (!isObject(value)) throw new WeibanWebhookError();
  const id = typeof value.id === 'string' && value.id !== '' ? value.id : undefined;
  const row =
    id !== undefined && isObject(value.msg_data)
      ? ROWS.find(({ match }) => match.every(([field, fixed]) => value[field] === fixed))
      : undefined;
  if (!row) return { event: { event: 'unknown', message: value }, name: undefined, id, largeIntegers: large };
  const expected = makeExact(value, row.exact);
  return {
    // The values that distinguish this event were checked; the rest is as true as the specification.
    event: value as unknown as WebhookEvent,
    name: row.name,
    id,
    largeIntegers: large.filter((digits) => !expected.has(digits)),
  };
}

function parseMessage(text: string): { readonly value: unknown; readonly large: readonly string[] } {
  try {
    return parseExact(text.replace(/^\ufeff/, ''));
  } catch {
    throw new WeibanWebhookError();
  }
}

/** Turns integers that the specification marks as exact into strings of their digits, in place. Returns the strings. */
function makeExact(value: unknown, paths: readonly string[]): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  for (const path of paths) {
    changeAt(value, path.split('.').map(decodeURIComponent), (item) => {
      const exact = typeof item === 'number' ? String(item) : item;
      found.add(exact);
      return exact;
    });
  }
  return found;
}
