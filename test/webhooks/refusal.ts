import { createWebhookReceiver, WeibanWebhookError } from '../../src/webhooks/index.ts';
import { clock, key, receiveId } from '../support/webhooks.ts';

const receiver = createWebhookReceiver({ ...key, receiveId, clock });
/** A message as a server hands it to the receiver. */
export type Posted = Parameters<typeof receiver.parse>[0];

/** What comes of a message: undefined where it is accepted, else the error. */
export function refusal(message: Posted): unknown {
  try {
    receiver.parse(message);
    return undefined;
  } catch (error) {
    return error;
  }
}

const { message: MESSAGE } = new WeibanWebhookError();

/** Whether a message is refused with the one error that tells an attacker nothing. */
export function isRefused(message: Posted): boolean {
  const error = refusal(message);
  return error instanceof WeibanWebhookError && error.message === MESSAGE && error.cause === undefined;
}
