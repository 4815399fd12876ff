import { hasBatchRows } from '../spec/batch-rows.ts';
import type { Operation } from '../spec/model.ts';

/**
 * The token `s=` of a row whose long list may be split: argument and maximum, then where the answer holds the rows and
 * the field of a row that holds the item, if rows can be put together; one rule for each argument. Read by `src/base/operation-row.ts`.
 */
export function batchToken(operation: Operation): string | undefined {
  const { batches } = operation;
  if (batches.length === 0) return undefined;
  const hasRows = hasBatchRows(operation);
  const rules = batches.map(({ argument, max, items = '', key = '' }) =>
    [argument, String(max), ...(hasRows ? [items, key] : [])].map(encodeURIComponent).join(','),
  );
  return `s=${rules.join(';')}`;
}

/** The name of the type of a method that can send a long list. */
export function batchMethodName({ typeName }: Operation): string {
  return `${typeName}Method`;
}
