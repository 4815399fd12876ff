import { ErrorCode, globalErrors } from '../../generated/error-codes.ts';
import { limits } from '../../generated/operations.ts';

/** The name of an error of some specification. Code for one vendor names errors that another does not have. */
export type AnyError = string;

const CODES: Readonly<Record<string, number>> = ErrorCode;
const GLOBALS: Readonly<Record<string, readonly [code: number, remedy: string]>> = globalErrors;

/** The code of an error; undefined if the specification has none of this name. */
export function codeOf(name: AnyError): number | undefined {
  return Object.hasOwn(CODES, name) ? CODES[name] : undefined;
}

/** The error of a call whose token is missing, wrong or expired; HTTP's own if the specification has none. */
export const REFUSED_TOKEN: AnyError = remediedBy('refresh-token')[0] ?? '401';

/** The errors of a call with too many others in flight, and of one of too many within a window. */
export const LIMIT_ERRORS: readonly [inFlight: AnyError, window: AnyError] = [
  named(limits.in_flight.code),
  named(limits.windows.code),
];

function remediedBy(remedy: string): AnyError[] {
  return Object.keys(GLOBALS).filter((name) => GLOBALS[name]?.[1] === remedy);
}

function named(code: number | undefined): AnyError {
  const found = Object.keys(GLOBALS).find((name) => GLOBALS[name]?.[0] === code);
  return found ?? remediedBy('wait')[0] ?? '429';
}
