import { type WebhookEvents, webhookRows } from '../../generated/webhooks.ts';
import { changeAt, parseExact } from '../base/exact-json.ts';
import { WeibanWebhookError } from './webhook-error.ts';

/** The name of a documented message: its event, and its status where that tells it from others. */
export type WebhookName = keyof WebhookEvents;

/** A documented message of that name, or any; `event` and `status` tell them apart. */
export type WebhookEvent<Name extends WebhookName = WebhookName> = WebhookEvents[Name];

/**
 * A message that the specification does not know: another event, a documented event with a status of which nothing is
 * known, or one without an `id` or `msg_data`.
 */
export interface UnknownEvent {
  readonly event: 'unknown';
  /** The message as it came. */
  readonly message: Readonly<Record<string, unknown>>;
}

/** What can arrive. */
export type ReceivedEvent = WebhookEvent | UnknownEvent;

/** A message, read. */
export interface ReadEvent {
  readonly event: ReceivedEvent;
  /** Undefined for an unknown event. */
  readonly name: WebhookName | undefined;
  /** The message's id, by which a redelivery is known; undefined where it has none. */
  readonly id: string | undefined;
  /** The digits of whole numbers beyond 2^53 where none was expected; in the event each is a string of these. */
  readonly largeIntegers: readonly string[];
}

// What fixes more values goes first.
const ROWS = webhookRows
  .map(([name, match, exact]) => ({ name, match: Object.entries(match), exact }))
  .sort((a, b) => b.match.length - a.match.length);

/**
 * Reads a decrypted message. Of a documented one, `id` and `msg_data` are certain; what is in `msg_data` is taken on trust.
 *
 * @throws WeibanWebhookError where the text is not a JSON object.
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
    // Sound as far as the specification is: the values that tell this event from the others are there.
    event: value as unknown as WebhookEvent,
    name: row.name,
    id,
    largeIntegers: large.filter((digits) => !expected.has(digits)),
  };
}

function parseMessage(text: string): { readonly value: unknown; readonly large: readonly string[] } {
  try {
    return parseExact(text);
  } catch {
    throw new WeibanWebhookError();
  }
}

/** Makes the integers that the specification calls exact strings of their digits, in place. */
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
