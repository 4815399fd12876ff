import { nearestOperation } from '../../catalogue/index.ts';

/** What a model is told about a failure. Nothing in it is secret. */
export interface Failure {
  /** The documented name of an error, or the kind of failure. */
  readonly name: string;
  /** The API's number. */
  readonly code?: number;
  readonly message: string;
  /** What to do. */
  readonly advice: string;
  /** Milliseconds to wait before the next try. */
  readonly retryAfterMs?: number;
}

/** A tool does not do what it was asked to do. Nothing was sent. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Creates the refusal of a tool. */
export function refusal(
  name: string,
  message: string,
  advice: string,
  more: Partial<Failure> = {},
): ToolRefusal {
  return new ToolRefusal({ name, message, advice, ...more });
}

/** The refusal for a name that no operation has. */
export function unknownOperation(given: string): ToolRefusal {
  const near = nearestOperation(given)?.name;
  const advice = near
    ? `Did you mean ${near}?`
    : 'search_operations finds operations by words in Chinese or English.';
  return refusal('UnknownOperation', 'There is no operation of this name.', advice);
}
