import { displayWidth, fitted } from './display-width.ts';
import { oneLine } from './printable.ts';

const GAP = 2;
const NARROWEST = 6;
const LONGEST_RULE = 60;

/**
 * Rows as a table with a heading, as wide as the terminal at most; cells that do not fit are cut. Without a width, as
 * when another program reads, nothing is cut.
 */
export function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  width?: number,
): string {
  const cells = [heading, ...rows].map((row) => row.map(oneLine));
  const widths = heading.map((_, at) =>
    cells.reduce((widest, row) => Math.max(widest, displayWidth(row[at] ?? '')), 0),
  );
  // A terminal that does not know its width says 0.
  const columns = !width ? widths : narrowed(widths, width - GAP * (widths.length - 1));
  const line = (row: readonly string[]) =>
    columns
      .map((columnWidth, at) => fitted(row[at] ?? '', columnWidth))
      .join(' '.repeat(GAP))
      .trimEnd();
  const [first = [], ...rest] = cells;
  const rule = columns
    .map((columnWidth) => '─'.repeat(Math.min(columnWidth, LONGEST_RULE)).padEnd(columnWidth))
    .join(' '.repeat(GAP))
    .trimEnd();
  return `${[line(first), rule, ...rest.map(line)].join('\n')}\n`;
}

/** Takes from the widest columns until all fit, and leaves each a readable rest. */
function narrowed(widths: readonly number[], room: number): number[] {
  const columns = [...widths];
  let excess = columns.reduce((sum, each) => sum + each, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...columns);
    if (widest <= NARROWEST) break;
    columns[columns.indexOf(widest)] = widest - 1;
    excess--;
  }
  return columns;
}
