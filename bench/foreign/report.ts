import { median } from '../support/figures.ts';
import type { Attempt } from './try-document.ts';
import type { TypeComparison } from './unknown-properties.ts';

const SIGNS: Readonly<Record<Attempt['outcome'], string>> = {
  compiled: 'ok',
  'type errors': 'TYPES',
  refused: 'refused',
  crashed: 'CRASHED',
  'timed out': 'SLOW',
};

/**
 * Writes the table of documents and generators, then the reasons, and the count of each outcome, with the properties whose
 * type is unknown in ours and not in openapi-typescript's.
 */
export function report(
  attempts: readonly Attempt[],
  comparisons: ReadonlyMap<string, TypeComparison> = new Map(),
): string {
  const documents = [...new Set(attempts.map(({ document }) => document))];
  const names = [...new Set(attempts.map(({ generator }) => generator))];
  const find = (document: string, name: string) =>
    attempts.find((attempt) => attempt.document === document && attempt.generator === name);
  const rows = documents.map((document) => [
    document,
    ((find(document, names[0] ?? '')?.bytes ?? 0) / 1000).toFixed(0),
    ...names.map((name) => cell(find(document, name))),
  ]);
  const sums = names.map((name) => {
    const own = attempts.filter(({ generator }) => generator === name);
    const count = (outcome: Attempt['outcome']) =>
      own.filter((attempt) => attempt.outcome === outcome).length;
    const parts = Object.keys(SIGNS)
      .map((outcome) => [count(outcome as Attempt['outcome']), outcome] as const)
      .filter(([number]) => number > 0)
      .map(([number, outcome]) => `${number} ${outcome}`);
    const changed = own.filter(({ isChanged }) => isChanged).length;
    const seconds = own.reduce((sum, attempt) => sum + attempt.seconds, 0);
    return `${name}: ${own.length} documents, ${parts.join(', ')}, ${changed} changed, ${seconds.toFixed(0)} s`;
  });
  const reasons = attempts
    .filter(({ why }) => why !== undefined)
    .map(({ document, generator, outcome, typeErrors, why }) => {
      const count = typeErrors === undefined ? '' : ` (${typeErrors})`;
      return `${document}, ${generator}: ${outcome}${count}: ${why}`;
    });
  const unknown = [...comparisons].flatMap(([document, comparison]) =>
    comparison.unknown.map((path) => `${document}: ${path} is unknown in our types alone`),
  );
  const compared = [...comparisons.values()].reduce((sum, comparison) => sum + comparison.compared, 0);
  const types = `types: ${compared} properties compared in ${comparisons.size} documents, ${unknown.length} unknown in ours alone`;
  const ratio = `types and client only: ${relativeTime(attempts).toFixed(2)} × openapi-typescript (median of documents that both take)`;
  return [table([['', 'kB', ...names], ...rows]), ...reasons, ...unknown, ...sums, types, ratio].join('\n');
}

/** The median of how much longer types and client take than openapi-typescript alone; documents under 100 kB are start-up only. */
function relativeTime(attempts: readonly Attempt[]): number {
  const done = attempts.filter(({ outcome, bytes }) => outcome === 'compiled' && bytes > 100_000);
  const alone = done.filter(({ generator }) => generator === 'openapi-typescript');
  const ratios = alone.flatMap(({ document, seconds }) =>
    done
      .filter((own) => own.generator === 'types and client only' && own.document === document)
      .map((own) => own.seconds / seconds),
  );
  return ratios.length === 0 ? Number.NaN : median(ratios);
}

/** Describes one attempt in a cell: outcome, seconds, and MB. */
export function cell(attempt: Attempt | undefined): string {
  if (attempt === undefined) return '–';
  const { outcome, seconds, megabytes, isChanged } = attempt;
  const cost = `${seconds.toFixed(1)} s ${megabytes.toFixed(0)} MB`;
  return `${SIGNS[outcome]} ${cost}${isChanged ? ' CHANGED' : ''}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
