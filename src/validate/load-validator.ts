import { type Validator, validators } from '../../generated/validators/index.ts';
import { WeibanConfigError } from '../base/errors.ts';

/** The name of an operation: the path in camel case, `opportunityOne` for `/open-api/opportunity/one`. */
export type OperationId = keyof typeof validators;

/** Whether the specification has an operation with this id. */
export function isOperationId(operation: string): operation is OperationId {
  return Object.hasOwn(validators, operation);
}

/**
 * Returns the validator of an operation, and loads its module on first use. Rejects with WeibanConfigError if
 * the module cannot be loaded.
 */
export async function loadValidator(operation: OperationId): Promise<Validator> {
  try {
    return await validators[operation]();
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    throw new WeibanConfigError(
      `The validator of ${operation} could not be loaded (${cause.message}); ship the package's lazy modules with the program.`,
      { operation, cause },
    );
  }
}
