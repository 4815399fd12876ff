import type { WeibanConfigError } from '../base/errors.ts';
import { nearest } from '../base/nearest.ts';
import { refusal } from './argument-text.ts';

/** The error of an argument that the operation does not have. `names` are those that it has. */
export function unknownArgument(
  operation: string,
  name: string,
  names: readonly string[],
): WeibanConfigError {
  const near = nearest(name, names);
  const hint = near ? `did you mean ${near}?` : `there is ${names.join(', ') || 'none'}`;
  return refusal(operation, `unknown argument "${name}" (${hint}); weiban.fetch sends any`);
}
