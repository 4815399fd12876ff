import type { Context } from '../../evidence/compare/context.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Recording } from '../../evidence/recording.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { belowBase, camelCase } from '../../spec/names.ts';
import { failureCode } from '../failure-code.ts';
import { compareAnswer } from './compare-answer.ts';
import type { Drift } from './drift.ts';
import { mergeShape, type Shape } from './merge-shape.ts';
import { patchText } from './patch.ts';

/** The recorded answers of one operation, and their differences from the specification. */
export interface OperationDrift {
  /** The operationId. */
  readonly operation: string;
  readonly successes: number;
  readonly failures: number;
  /** The merged shape of the successful answers. */
  readonly shape: Shape;
  readonly drift: readonly Drift[];
}

/**
 * Merges the recorded answers of each operation and compares them with the specification. Examples of the documentation
 * are left out, because the API did not return them.
 */
export function findDrift(
  context: Context,
  model: Model,
  recordings: readonly Recording[],
): OperationDrift[] {
  const seen = recordings.filter(({ source }) => source.kind !== 'documentation');
  return model.operations.flatMap((operation) => {
    const own = seen
      .filter((recording) => recording.operation === operation.id)
      .map(({ response }) => response.body);
    if (own.length === 0) return [];
    const codes = own.map((body) => failureCode(model, operation, body));
    const successes = own.filter((_, index) => codes[index] === undefined);
    const shape = mergeShape(successes);
    const located = context.operations.find(
      ({ url, method }) =>
        camelCase(belowBase(url, context.basePath)) === operation.id && method === operation.method,
    );
    const found =
      located === undefined || successes.length === 0
        ? []
        : compareAnswer(context, operation.id, located, shape);
    const failures = own.length - successes.length;
    const unknown =
      located === undefined
        ? []
        : unknownCodes(model, operation, codes, placeIn(located.located, 'x-errors'));
    return [
      {
        operation: operation.id,
        successes: successes.length,
        failures,
        shape,
        drift: [...found, ...unknown],
      },
    ];
  });
}

function unknownCodes(
  { errors, envelopes }: Model,
  operation: Operation,
  codes: readonly (number | undefined)[],
  place: Drift['place'],
): Drift[] {
  const globals = Object.values(errors).filter((entry) => entry.global !== undefined);
  const known = new Set([...operation.errors, ...globals].map(({ code }) => code));
  const unknown = new Set(codes.filter((code) => code !== undefined && !known.has(code)));
  return [...unknown].map((code) => {
    const times = codes.filter((candidate) => candidate === code).length;
    const names = Object.keys(errors).filter((name) => errors[name]?.code === code);
    return {
      kind: 'error-code',
      operation: operation.id,
      pointer: `/${(operation.envelope?.envelope ?? Object.values(envelopes)[0])?.code ?? ''}`,
      says: `was ${code} ${times} of ${codes.length} times, which this operation does not document`,
      place,
      mend:
        names.length > 0
          ? 'add the matching name here'
          : 'give it a name in error-codes.yaml, and add the name here',
      patch: patchText({
        'x-errors': [
          ...operation.errors.map(({ name }) => name),
          ...(names.length > 0 ? names : [`Error${code}`]),
        ],
      }),
    };
  });
}
