import type { ErrorKind, ErrorOf, Known, ResponseProblem } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';

/** Any error of this package; {@link isWeibanError} recognizes it. */
export type WeibanError = ErrorOf<ErrorName>;

/** The data of an error, in addition to its message. Everything in it is already redacted. */
interface ErrorDetails {
  readonly operation?: string | undefined;
  readonly code?: number | undefined;
  /** The documented names of the code: none, one, or several if the code has several meanings. */
  readonly names?: readonly ErrorName[];
  readonly vendorMessage?: string | undefined;
  readonly status?: number | undefined;
  readonly problem?: ResponseProblem;
  readonly until?: Date;
  readonly cause?: Error;
}

// Registered globally, so that two copies of the package, or two realms, recognize each other's errors: `instanceof`
// does not.
const BRAND: unique symbol = Symbol.for('weiban-openapi.error');

// The subclasses are not generic: `instanceof` on a generic class narrows to `any`.
abstract class BaseError extends Error implements ErrorOf<ErrorName> {
  abstract readonly kind: ErrorKind;
  // Declared but not defined, so that printing an error shows only the fields that it has.
  declare readonly operation: string | undefined;
  declare readonly code: number | undefined;
  declare readonly vendorMessage: string | undefined;
  declare readonly status: number | undefined;
  declare readonly reason: ErrorName | undefined;
  declare readonly problem: ResponseProblem | undefined;
  declare readonly until: Date | undefined;
  readonly names: readonly ErrorName[];

  constructor(message: string, { cause, names = [], ...details }: ErrorDetails = {}) {
    super(message, cause && { cause });
    this.names = names;
    Object.assign(this, details, names.length === 1 && { reason: names[0] });
  }

  // The name of the class, built from `kind` because minifying changes `constructor.name`.
  override get name(): string {
    return `Weiban${this.kind.charAt(0).toUpperCase()}${this.kind.slice(1)}Error`;
  }

  get [BRAND](): true {
    return true;
  }

  /** Whether this is the documented error with that name. Narrows `code` to its number. */
  is<K extends ErrorName>(name: K): this is Known<K> {
    return this.names.includes(name);
  }
}

/** Weiban answered, and the answer is a failure: an error code, documented or not. */
export class WeibanApiError extends BaseError {
  override readonly kind = 'api';
}

/** No answer arrived: the host name did not resolve, the connection was refused or broke, a redirect was refused. */
export class WeibanTransportError extends BaseError {
  override readonly kind = 'transport';
}

/** No answer arrived in time. Whether Weiban executed the call is unknown. */
export class WeibanTimeoutError extends BaseError {
  override readonly kind = 'timeout';
}

/** An answer arrived that cannot be trusted or used; `problem` says what is wrong with it. */
export class WeibanResponseError extends BaseError {
  override readonly kind = 'response';
}

/**
 * The call was not sent because of the company's limits: too many calls are waiting, or its turn would come
 * after its deadline or after a longer pause than the client waits for. `until` says when it can be sent, if
 * that is known.
 */
export class WeibanLimitError extends BaseError {
  override readonly kind = 'limit';
}

/** An option or an argument is not usable. Nothing was sent. */
export class WeibanConfigError extends BaseError {
  override readonly kind = 'config';
}

/** Whether a caught value is an error of this package, from any copy of the package and any realm. */
export function isWeibanError(error: unknown): error is WeibanError {
  return Object(error)[BRAND] === true;
}
