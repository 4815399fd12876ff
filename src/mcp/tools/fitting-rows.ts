import { tokensOf } from '../calls/tokens.ts';

/** The most tokens of a list of findings, whatever the budget of other answers. */
const LARGEST = 1900;

/** The first rows that fit into the budget; the first one is there in any case. */
export function fittingRows<Row>(rows: readonly Row[], budget: number): readonly Row[] {
  const most = Math.min(budget, LARGEST);
  let count = rows.length;
  while (count > 1 && tokensOf(JSON.stringify(rows.slice(0, count))) > most) count--;
  return rows.slice(0, count);
}
