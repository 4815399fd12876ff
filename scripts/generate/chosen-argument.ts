import type { Operation } from '../spec/model.ts';
import type { ArgumentParameter } from './arguments.ts';

/**
 * Of the arguments of which a call needs at least one, the one that an example call sends: the first that has an example.
 * Undefined if the operation has no such group.
 * @param bodyExample the example of the body; empty if it has none.
 */
export function chosenArgument(
  { object }: Operation,
  parameters: readonly ArgumentParameter[],
  bodyExample: object,
): string | undefined {
  const group = object['x-oneOf-required'];
  const candidates = (Array.isArray(group) ? group : []).map(String);
  const hasExample = (candidate: string) =>
    Object.hasOwn(bodyExample, candidate) ||
    parameters.some(({ key, example }) => key === candidate && example !== undefined);
  return candidates.find(hasExample) ?? candidates[0];
}
