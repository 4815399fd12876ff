import { oneLine } from '../../base/printable.ts';
import { displayWidth, fitted, wrapped } from './display-width.ts';

const GAP = 2;
const NARROWEST = 6;
const LONGEST_RULE = 60;
/** The least room that a column takes, with the gap before the next one. */
export const NARROWEST_COLUMN = NARROWEST + GAP;

/**
 * Rows as a table with a heading, at most as wide as the terminal. Cells that do not fit are cut; with `wrap`, the last
 * column continues on further lines. Without a width, such as for another program, neither happens.
 */
export function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  width?: number,
  last: 'cut' | 'wrap' = 'cut',
): string {
  const cells = [heading, ...rows].map((row) => row.map(oneLine));
  const widths = heading.map((_, at) =>
    cells.reduce((widest, row) => Math.max(widest, displayWidth(row[at] ?? '')), 0),
  );
  // A terminal that does not know its width reports 0.
  const columns = !width ? widths : narrowed(widths, width - GAP * (widths.length - 1));
  const line = (row: readonly string[]) => {
    const wide = columns.at(-1) ?? 0;
    if (last === 'cut' || displayWidth(row.at(-1) ?? '') <= wide) return oneRow(row);
    return wrapped(row.at(-1) ?? '', wide)
      .map((part, at) => oneRow([...(at === 0 ? row.slice(0, -1) : columns.slice(1).map(() => '')), part]))
      .join('\n');
  };
  const oneRow = (row: readonly string[]) =>
    columns
      .map((columnWidth, at) => fitted(row[at] ?? '', columnWidth))
      .join(' '.repeat(GAP))
      .trimEnd();
  const [head = [], ...body] = cells;
  const rule = columns
    .map((columnWidth) => '─'.repeat(Math.min(columnWidth, LONGEST_RULE)).padEnd(columnWidth))
    .join(' '.repeat(GAP))
    .trimEnd();
  return `${[line(head), rule, ...body.map(line)].join('\n')}\n`;
}

/** Narrows the widest columns until all fit, but no column below a readable width. */
function narrowed(widths: readonly number[], room: number): number[] {
  const columns = [...widths];
  let excess = columns.reduce((sum, column) => sum + column, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...columns);
    if (widest <= NARROWEST) break;
    columns[columns.indexOf(widest)] = widest - 1;
    excess--;
  }
  return columns;
}
