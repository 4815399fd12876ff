import { formatDiagnostic } from '../../kit/diagnostic.ts';
import { diagnosticOf, isDrift } from './drift.ts';
import type { OperationDrift } from './find-drift.ts';
import type { Shape } from './merge-shape.ts';

/** What the recordings say, for a person: the findings, then a line of counts. What was never seen is listed only with `all`. */
export function printShapes(operations: readonly OperationDrift[], all: boolean): string {
  const findings = operations.flatMap(({ drift }) => drift);
  const shown = findings.filter(({ kind }) => all || kind !== 'never-seen');
  const answers = operations.reduce((sum, { successes, failures }) => sum + successes + failures, 0);
  const drift = findings.filter(isDrift).length;
  const unseen = findings.filter(({ kind }) => kind === 'never-seen').length;
  const hint = all || unseen === 0 ? '' : ' (--all lists them)';
  const line =
    answers === 0
      ? 'no answers are recorded but those of the documentation'
      : `${answers} answers of ${operations.length} operations: ${drift} ${drift === 1 ? 'place disagrees' : 'places disagree'} with the specification, ` +
        `${findings.length - drift - unseen} can be learned, ${unseen} documented fields were never seen${hint}`;
  return [...shown.map((one) => formatDiagnostic(diagnosticOf(one))), line].join('\n');
}

/** The same as data: the findings, and the shape of each operation by JSON pointer. */
export function shapeData(operations: readonly OperationDrift[]): object {
  return {
    operations: operations.map(({ operation, successes, failures, shape }) => ({
      operation,
      successes,
      failures,
      fields: fieldRows(shape, ''),
    })),
    findings: operations.flatMap(({ drift }) => drift.map((one) => ({ ...one, isDrift: isDrift(one) }))),
  };
}

interface FieldRow {
  readonly pointer: string;
  readonly parents: number;
  readonly seen: number;
  readonly null: number;
  readonly types: Shape['types'];
  /** How many different values were seen, counted up to 24; long texts and objects do not count. */
  readonly distinct: number;
}

function fieldRows(shape: Shape, pointer: string): FieldRow[] {
  const { parents, seen, null: nulls, types, values, fields, items } = shape;
  return [
    { pointer, parents, seen, null: nulls, types, distinct: values.size },
    ...[...fields].flatMap(([name, field]) => fieldRows(field, `${pointer}/${name}`)),
    ...(items === undefined ? [] : fieldRows(items, `${pointer}/*`)),
  ];
}
