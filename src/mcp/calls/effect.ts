import { describeOperation, type OperationName } from '../../catalogue/index.ts';

/** What a write does beyond changing data: it deletes, or it sends something to people. */
export type Effect = 'delete' | 'send';

/** The effect of a write, from the specification (`x-effect`); undefined if it has none. */
export function effectOf(operation: OperationName): Effect | undefined {
  const effect: unknown = Reflect.get(describeOperation(operation), 'effect');
  return effect === 'delete' || effect === 'send' ? effect : undefined;
}
