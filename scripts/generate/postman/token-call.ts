import type { Model, Operation } from '../../spec/model.ts';
import { reference, variableName } from './variables.ts';

/** The arguments of the call that issues the token, with variables for the credentials; none for any other call. */
export function tokenArguments(
  { profile: { token } }: Model,
  { id }: Operation,
): Readonly<Record<string, unknown>> {
  if (token === undefined || token.operation !== id) return {};
  const credentials = [token.corpId, token.secret].filter((name) => name !== '');
  return {
    ...token.fixed,
    ...Object.fromEntries(credentials.map((name) => [name, reference(variableName(name))])),
  };
}
