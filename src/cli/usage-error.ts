import type { MessageName } from './messages/say.ts';

/** Wrong arguments or settings: the name of a message and the values of its slots. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly said: MessageName;
  readonly slots: Readonly<Record<string, string | number>>;

  constructor(message: MessageName, slots: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.said = message;
    this.slots = slots;
  }
}
