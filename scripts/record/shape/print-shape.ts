import { formatDiagnostic } from '../../kit/diagnostic.ts';
import { diagnosticOf, isDrift } from './drift.ts';
import type { OperationDrift } from './find-drift.ts';
import type { Shape } from './merge-shape.ts';

/** Writes the findings and a line of counts for the terminal. Fields that were never seen are listed only with `all`. */
export function printShapes(operations: readonly OperationDrift[], all: boolean): string {
  const findings = operations.flatMap(({ drift }) => drift);
  const shown = findings.filter(({ kind }) => all || kind !== 'never-seen');
  const answers = operations.reduce((sum, { successes, failures }) => sum + successes + failures, 0);
  const drift = findings.filter(isDrift).length;
  const unseen = findings.filter(({ kind }) => kind === 'never-seen').length;
  const hint = all || unseen === 0 ? '' : ' (--all lists them)';
  const line =
    answers === 0
      ? 'no answers are recorded, except those of the documentation'
      : `${answers} answers of ${operations.length} operations: ${drift} ${drift === 1 ? 'place disagrees' : 'places disagree'} with the specification, ` +
        `${findings.length - drift - unseen} can be learned, ${unseen} documented fields were never seen${hint}`;
  return [...shown.map((finding) => formatDiagnostic(diagnosticOf(finding))), line].join('\n');
}

/** Returns the findings and the shape of each operation, by JSON pointer, as data. */
export function shapeData(operations: readonly OperationDrift[]): object {
  return {
    operations: operations.map(({ operation, successes, failures, shape }) => ({
      operation,
      successes,
      failures,
      fields: fieldRows(shape, ''),
    })),
    findings: operations.flatMap(({ drift }) =>
      drift.map((finding) => ({ ...finding, isDrift: isDrift(finding) })),
    ),
  };
}

interface FieldRow {
  readonly pointer: string;
  readonly parents: number;
  readonly seen: number;
  readonly null: number;
  readonly types: Shape['types'];
  /** How many different values were seen, counted up to 24. Long texts and objects do not count. */
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
