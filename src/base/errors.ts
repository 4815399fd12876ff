import type { ErrorKind, ErrorOf, Known, ResponseProblem } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';

/** Any error of this package: what {@link isWeibanError} finds. */
export type WeibanError = ErrorOf<ErrorName>;

/** What an error can say beside its sentence; everything in it is already redacted. */
interface ErrorDetails {
  readonly operation?: string | undefined;
  readonly code?: number | undefined;
  /** The documented names of the code: none, one, or more where one code has several meanings. */
  readonly names?: readonly ErrorName[];
  readonly vendorMessage?: string | undefined;
  readonly status?: number | undefined;
  readonly problem?: ResponseProblem;
  readonly until?: Date;
  readonly cause?: Error;
}

// Registered, so that two copies of the package in one program know each other's errors.
const BRAND: unique symbol = Symbol.for('weiban-openapi.error');

// The kinds are not generic: `instanceof` on a generic class narrows to `any`.
abstract class BaseError extends Error implements ErrorOf<ErrorName> {
  abstract readonly kind: ErrorKind;
  // Declared and not defined, so that printing an error shows only what it has.
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

  // The class's own name, written out where minifying cannot reach it.
  override get name(): string {
    return `Weiban${this.kind.charAt(0).toUpperCase()}${this.kind.slice(1)}Error`;
  }

  get [BRAND](): true {
    return true;
  }

  /** Whether this is the documented error of that name; narrows `code` to the name's number. */
  is<K extends ErrorName>(name: K): this is Known<K> {
    return this.names.includes(name);
  }
}

/** Weiban answered, and the answer is a failure: an error code, documented or not. */
export class WeibanApiError extends BaseError {
  override readonly kind = 'api';
}

/** No answer arrived: the name did not resolve, the connection was refused or broke, a redirect was refused. */
export class WeibanTransportError extends BaseError {
  override readonly kind = 'transport';
}

/** No answer arrived in the time the call was given. Whether Weiban acted on it is not known. */
export class WeibanTimeoutError extends BaseError {
  override readonly kind = 'timeout';
}

/** An answer arrived that cannot be trusted or used; `problem` says what is wrong with it. */
export class WeibanResponseError extends BaseError {
  override readonly kind = 'response';
}

/**
 * The call was not sent, for the company's limits: too many calls wait, or its turn would come after its time limit or
 * after a longer pause than the client waits for. `until` says when it can be sent, where that is known.
 */
export class WeibanLimitError extends BaseError {
  override readonly kind = 'limit';
}

/** The client or a call was given something it cannot work with; nothing was sent. */
export class WeibanConfigError extends BaseError {
  override readonly kind = 'config';
}

/** Whether a caught value is an error of this package, from whichever copy of it. */
export function isWeibanError(error: unknown): error is WeibanError {
  return error instanceof Error && BRAND in error;
}
