import type { Operation } from './model.ts';

/** Whether the rows of every answer can be put together: a write reports each call, so that no outcome is lost. */
export function hasBatchRows({ batches, safety }: Pick<Operation, 'batches' | 'safety'>): boolean {
  return safety === 'read' && batches.length > 0 && batches.every(({ items }) => items !== undefined);
}
