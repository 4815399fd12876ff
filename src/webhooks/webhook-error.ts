/**
 * A message that is not to be trusted. It says no more on purpose: whoever forges messages must not learn how far one
 * came, be it the signature, the time, the padding, the length or the receive id that was wrong.
 */
export class WeibanWebhookError extends Error {
  constructor() {
    super('The message is not signed and encrypted for this receiver, or its time is not now.');
  }

  // Written out where minifying cannot reach it.
  override get name(): string {
    return 'WeibanWebhookError';
  }
}
