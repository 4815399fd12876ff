import { type ErrorName, globalErrors } from '../../generated/error-codes.ts';
import { usesStatus } from '../../generated/profile.ts';
import type { Operation } from './operation.ts';

/** How the client reacts to an error that any endpoint can return. */
export type GlobalRemedy = 'refresh-token' | 'wait' | 'stop';

// Object.entries loses the type of the keys; a generated constant has no others.
const globals = Object.entries(globalErrors) as [
  keyof typeof globalErrors,
  readonly [number, GlobalRemedy],
][];

/** What HTTP itself says: a credential is refused, too many requests. */
const STATUS_REMEDIES: Readonly<Record<number, GlobalRemedy>> = { 401: 'refresh-token', 429: 'wait' };

/** How the client reacts to a code: refresh the token, wait, or stop. `undefined` if the code is not global. */
export function remedyFor(code: number | undefined): GlobalRemedy | undefined {
  const documented = globals.find(([, [known]]) => known === code)?.[1][1];
  return usesStatus ? (documented ?? STATUS_REMEDIES[code ?? 0]) : documented;
}

/**
 * The documented names of a code. The operation's own errors take precedence, because an endpoint can give a
 * number a different meaning.
 */
export function namesOf(operation: Operation, code: number | undefined): ErrorName[] {
  const own = operation.errors.filter(([documented]) => documented === code).map(([, name]) => name);
  return own.length > 0
    ? own
    : globals.filter(([, [documented]]) => documented === code).map(([name]) => name);
}
