import { type ErrorName, globalErrors } from '../../generated/error-codes.ts';
import type { Operation } from './operation.ts';

/** What the client does about an error that any endpoint can answer. */
export type GlobalRemedy = (typeof globalErrors)[keyof typeof globalErrors][1];

// The cast holds: the keys of a generated constant are its own names and no others.
const globals = Object.entries(globalErrors) as [
  keyof typeof globalErrors,
  readonly [number, GlobalRemedy],
][];

/** What the client does about a code: refresh the token, wait, stop; `undefined` where it is not a global one. */
export function remedyFor(code: number | undefined): GlobalRemedy | undefined {
  return globals.find(([, [documented]]) => documented === code)?.[1][1];
}

/** The documented names of a code. The operation's own come first: on one endpoint a number can mean something of its own. */
export function namesOf(operation: Operation, code: number | undefined): ErrorName[] {
  const own = operation.errors.filter(([documented]) => documented === code).map(([, name]) => name);
  return own.length > 0
    ? own
    : globals.filter(([, [documented]]) => documented === code).map(([name]) => name);
}
