import type { OperationName } from './find-operation.ts';
import type { Parameter } from './parameters.ts';
import { operationAt } from './specification.ts';

/**
 * The required arguments that are missing, and the alternatives of which one is needed, if none of them is there.
 *
 * @param parameters those of the operation, as `parametersOf` lists them.
 */
export function missingArguments(
  { path, method }: OperationName,
  parameters: readonly Parameter[],
  args: Readonly<Record<string, unknown>>,
): { readonly missing: readonly string[]; readonly anyOf: readonly string[] } {
  const isMissing = (name: string) => args[name] === undefined;
  const anyOf = operationAt(path, method)['x-oneOf-required'] ?? [];
  return {
    missing: parameters
      .filter(({ name, isRequired }) => isRequired && isMissing(name))
      .map(({ name }) => name),
    anyOf: anyOf.every(isMissing) ? anyOf : [],
  };
}
