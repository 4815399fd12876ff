import type { MessageName } from './messages/say.ts';

/** What kind of end a `UsageError` is: `nothing` was found, or a `response` (or a pushed message) cannot be used. */
export type UsageKind = 'usage' | 'nothing' | 'response';

/** Wrong arguments or settings, or an end of the command's own: the name of a message and the values of its slots. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly said: MessageName;
  readonly slots: Readonly<Record<string, string | number>>;
  readonly kind: UsageKind;

  constructor(
    message: MessageName,
    slots: Readonly<Record<string, string | number>> = {},
    kind: UsageKind = 'usage',
  ) {
    super(message);
    this.said = message;
    this.slots = slots;
    this.kind = kind;
  }
}
