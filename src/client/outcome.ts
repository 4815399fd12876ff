import type { Reading } from '../base/envelope.ts';
import type { WeibanError } from '../base/errors.ts';
import type { Reply } from '../base/exchange.ts';

/** A request that was answered: the reply, and what its envelope says. */
export interface Answer {
  readonly reply: Reply;
  readonly reading: Reading;
  /** The error of the reading; undefined for a success. */
  readonly error: WeibanError | undefined;
}

/** A request that got no answer. */
interface NoAnswer {
  readonly reply?: undefined;
  readonly error: WeibanError;
}

/** The result of one request. */
export type Outcome = Answer | NoAnswer;
