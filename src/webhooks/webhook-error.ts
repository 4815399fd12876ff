/**
 * A message that cannot be trusted. The error says no more on purpose: a forger must not learn whether the
 * signature, the time, the padding, the length or the receive id was wrong.
 */
export class WeibanWebhookError extends Error {
  constructor() {
    super('The message is not signed and encrypted for this receiver, or its time is too far from now.');
  }

  // A literal, because minifying changes `constructor.name`.
  override get name(): string {
    return 'WeibanWebhookError';
  }
}
