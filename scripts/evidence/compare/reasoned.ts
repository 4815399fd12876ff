import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { child, children, type Located } from './located.ts';
import type { Operation } from './operations.ts';
import { walkSchemas } from './walk.ts';

/** A reasoned departure from a page, with its place. */
export interface Correction {
  readonly what: string;
  readonly documented: unknown;
  readonly because: string;
  /** The `x-corrects` entry itself. */
  readonly at: Located;
}

/** A documented field that the specification leaves out, and why. `at` is the object with the `x-omits`. */
export interface Omission {
  readonly name: string;
  readonly because: string;
  readonly at: Located;
}

/** `x-evidence`: what shows a field that its page does not list; `at` is the schema or parameter that carries the mark. */
export interface EvidenceMark {
  readonly kind: string;
  readonly at: Located;
}

/** Every correction, omission and mark of evidence of a specification, also looked up by the object that carries it. */
export interface Reasoned {
  readonly corrections: readonly Correction[];
  readonly omissions: readonly Omission[];
  readonly evidence: readonly EvidenceMark[];
  /** The corrections that an object carries. */
  readonly correctionsOn: (located: Located) => readonly Correction[];
  /** The omissions that an object carries. */
  readonly omissionsOn: (located: Located) => readonly Omission[];
  /** The mark of evidence that an object carries. */
  readonly evidenceOn: (located: Located) => EvidenceMark | undefined;
}

/** Finds every `x-corrects`, `x-omits` and `x-evidence` on operations, parameters and schemas. */
export function collectReasoned(
  spec: Spec,
  operations: readonly Operation[],
  webhooks: readonly Located[],
): Reasoned {
  const corrections = new Map<unknown, readonly Correction[]>();
  const omissions = new Map<unknown, readonly Omission[]>();
  const evidence = new Map<unknown, EvidenceMark>();
  const collect = (located: Located) => {
    if (located.value['x-corrects'] !== undefined) corrections.set(located.value, readCorrections(located));
    if (located.value['x-omits'] !== undefined) omissions.set(located.value, readOmissions(located));
    const kind = located.value['x-evidence'];
    if (kind !== undefined) evidence.set(located.value, { kind: String(kind), at: located });
  };
  for (const operation of operations) {
    collect(operation.located);
    for (const { located } of operation.parameters) collect(located);
  }
  walkSchemas(spec, operations, webhooks, collect);
  return {
    corrections: [...corrections.values()].flat(),
    omissions: [...omissions.values()].flat(),
    evidence: [...evidence.values()],
    correctionsOn: (located) => corrections.get(located.value) ?? [],
    omissionsOn: (located) => omissions.get(located.value) ?? [],
    evidenceOn: (located) => evidence.get(located.value),
  };
}

function readCorrections(located: Located): Correction[] {
  const single = child(located, 'x-corrects');
  const entries = single === undefined ? children(located, 'x-corrects') : [single];
  return entries.map((at) => ({
    what: typeof at.value.what === 'string' ? at.value.what : 'type',
    documented: at.value.documented,
    because: String(at.value.because ?? ''),
    at,
  }));
}

function readOmissions(located: Located): Omission[] {
  const omits = located.value['x-omits'];
  return isObject(omits)
    ? Object.entries(omits).map(([name, because]) => ({ name, because: String(because), at: located }))
    : [];
}
