import type { AnyCall, Caller } from '../../generated/client.ts';
import type { Operation } from '../base/operation.ts';
import { parseOperation } from '../base/operation-row.ts';
import { createCall } from './call.ts';
import type { WeibanOptions } from './config.ts';
import type { Core } from './core.ts';
import { createCore } from './create-core.ts';
import { deliver } from './deliver.ts';

/**
 * Creates the caller that the functions of `weiban-openapi/operations` take as their first argument. Sends
 * nothing before the first call.
 *
 * @throws WeibanConfigError if a credential is missing or an option is not usable.
 */
export function createCaller(options: WeibanOptions = {}): Caller {
  return callerOf(createCore(options));
}

/** Creates the caller of a core. */
export function callerOf(core: Core): Caller {
  const operations = new Map<string, Operation>();
  const read = (row: string) => {
    const operation = operations.get(row) ?? parseOperation(row);
    operations.set(row, operation);
    return operation;
  };
  return {
    // The generated signatures type the arguments and the result of each row; `never` is assignable to all of them.
    '~call': (row, params = {}, options = {}) =>
      createCall(deliver(core, read(row), params, options)) as AnyCall,
  };
}
