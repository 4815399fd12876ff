/** One figure of a section, for people and for `--json`. */
export interface Figure {
  readonly section: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The largest allowed value, in the same unit (ARCHITECTURE.md, "Budgets"). */
  readonly budget?: number;
  /** The smallest allowed value, in the same unit. */
  readonly least?: number;
  readonly note?: string;
}

/** Returns the median; the upper one if the count is even, NaN for an empty list. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Writes a figure as a line. */
export function lineOf({ name, value, unit, budget, least, note }: Figure): string {
  const most = budget === undefined ? '' : `  budget ${budget}: ${value <= budget ? 'within' : 'OVER'}`;
  const limit = least === undefined ? most : `  at least ${least}: ${value >= least ? 'reached' : 'MISSED'}`;
  const digits = Math.abs(value) < 100 ? 2 : 0;
  const figure = Number.isNaN(value) ? '–' : value.toFixed(digits);
  return `  ${name.padEnd(44)} ${figure.padStart(9)} ${unit.padEnd(14)}${limit}${note ? `  ${note}` : ''}`;
}
