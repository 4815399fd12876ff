import type { MessageName } from './messages/say.ts';

/** Arguments or settings that the command cannot work with: a message of the table and what stands in its slots. */
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
