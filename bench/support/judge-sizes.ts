import type { Figure } from './figures.ts';

/** The largest allowed value of each figure, by name. */
export type SizeLimits = Readonly<Record<string, { readonly most: number; readonly unit: string }>>;

/** Compares measured sizes with their limits, one line for each. A figure without a limit, or the reverse, counts as over. */
export function judgeSizes(
  figures: readonly Figure[],
  limits: SizeLimits,
): { readonly lines: readonly string[]; readonly isOver: boolean } {
  const rows = figures.map(({ name, value, unit }) => {
    const limit = limits[name];
    const isWithin = limit?.unit === unit && value <= limit.most;
    const allowed = limit ? `limit ${limit.most} ${limit.unit}` : 'no limit in bench/size-limits.json';
    return {
      isWithin,
      line: `${isWithin ? 'within' : 'OVER  '}  ${name}: ${value.toFixed(2)} ${unit}, ${allowed}`,
    };
  });
  const names = new Set(figures.map(({ name }) => name));
  const stale = Object.keys(limits).filter((name) => !names.has(name));
  return {
    lines: [
      ...rows.map(({ line }) => line),
      ...stale.map((name) => `OVER    ${name}: is in bench/size-limits.json, but no longer measured`),
    ],
    isOver: stale.length > 0 || rows.some(({ isWithin }) => !isWithin),
  };
}
