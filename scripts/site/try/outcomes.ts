import { type ErrorName, globalErrors } from '../../../generated/error-codes.ts';
import { operations } from '../../../generated/operations.ts';
import { parseOperation } from '../../../src/base/operation-row.ts';
import type { Drift } from '../../../src/sandbox/drift.ts';
import type { Scenario } from '../../../src/sandbox/scenarios.ts';
import type { TryData } from './try-data.ts';

/** What a reader can ask the sandbox for. */
export type Outcome =
  | { readonly kind: 'usual' | 'expired' }
  | { readonly kind: 'error'; readonly name: ErrorName; readonly code: number; readonly isCommon: boolean }
  | { readonly kind: 'network'; readonly name: NetworkName }
  | { readonly kind: 'drift'; readonly name: Drift };

/** What can happen between Weiban and the client. */
export type NetworkName = 'slow' | 'stall' | 'html502' | 'truncated' | 'reset';

const NETWORK: Readonly<Record<NetworkName, Scenario>> = {
  slow: { slow: 20_000 },
  stall: { stall: 'headers' },
  html502: { html: 502 },
  truncated: { truncated: true },
  reset: { reset: true },
};

const DRIFTS: readonly Drift[] = ['missing', 'rename', 'retype', 'null', 'enum', 'extra'];

/**
 * Everything that a call of an operation can meet: the usual answer first, then its own errors, then the others. An answer
 * without fields cannot drift.
 */
export function outcomesOf({ id, driftAt, listedAt }: Pick<TryData, 'id'> & DriftTargets): Outcome[] {
  const own = operations.map(parseOperation).find((operation) => operation.id === id)?.errors ?? [];
  const common = Object.entries(globalErrors).filter(([, [, remedy]]) => remedy !== 'refresh-token');
  const drifts = DRIFTS.filter((name) => (name === 'enum' ? listedAt : driftAt) !== undefined);
  return [
    { kind: 'usual' },
    ...own.map(([code, name]): Outcome => ({ kind: 'error', name, code, isCommon: false })),
    { kind: 'expired' },
    ...common.map(
      // A generated constant has no other keys.
      ([name, [code]]): Outcome => ({ kind: 'error', name: name as ErrorName, code, isCommon: true }),
    ),
    ...Object.keys(NETWORK).map((name): Outcome => ({ kind: 'network', name: name as NetworkName })),
    ...drifts.map((name): Outcome => ({ kind: 'drift', name })),
  ];
}

/** The key of an outcome in a list of choices. */
export function outcomeKey(outcome: Outcome): string {
  return 'name' in outcome ? `${outcome.kind}:${outcome.name}` : outcome.kind;
}

/** Where an answer can drift. */
export type DriftTargets = Pick<TryData, 'driftAt' | 'listedAt'>;

/** What the sandbox plays for the next request; undefined if it answers as usual. */
export function scenarioFor(outcome: Outcome, { driftAt, listedAt }: DriftTargets): Scenario | undefined {
  if (outcome.kind === 'error') return { error: outcome.name };
  if (outcome.kind === 'network') return NETWORK[outcome.name];
  if (outcome.kind !== 'drift') return undefined;
  const at = outcome.name === 'enum' ? listedAt : driftAt;
  return { drift: outcome.name, ...(at !== undefined && { at }) };
}

/** How many times faster time passes while a client may wait for a minute. */
export function paceOf(outcome: Outcome): number {
  return outcome.kind === 'network' || (outcome.kind === 'error' && outcome.isCommon) ? 20 : 1;
}
