import { createWebhookReceiver, WeibanWebhookError } from '../../src/webhooks/index.ts';
import { clock, key, receiveId } from '../support/webhooks.ts';

const receiver = createWebhookReceiver({ ...key, receiveId, clock });
/** A message as a server hands it to the receiver. */
export type Posted = Parameters<typeof receiver.parse>[0];

/** Returns the error of a message, or undefined if it is accepted. */
export function refusal(message: Posted): unknown {
  try {
    receiver.parse(message);
    return undefined;
  } catch (error) {
    return error;
  }
}

const { message: MESSAGE } = new WeibanWebhookError();

/** Whether a message is refused with the error that reveals nothing to an attacker. */
export function isRefused(message: Posted): boolean {
  const error = refusal(message);
  return error instanceof WeibanWebhookError && error.message === MESSAGE && error.cause === undefined;
}
