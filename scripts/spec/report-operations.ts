import { isReservedMember, operationKeys, type Reporters } from './name-operations.ts';
import type { Profile } from './profile.ts';

/** An operation's names. */
interface Operation {
  readonly id: string;
  readonly typeName: string;
  readonly namespace: string | undefined;
  readonly member: string;
  readonly path: string;
  readonly method: string;
}

/** Reports a token call that no operation is: no call would ever get a token. */
export function reportTokenCall(
  { token }: Profile,
  operations: readonly Operation[],
  { diagnostics, placeOf }: Reporters,
): void {
  if (token === undefined || operations.some(({ id }) => id === token.operation)) return;
  diagnostics.push({
    code: 'token-operation',
    message: `x-token names the operation ${JSON.stringify(token.operation)}, which does not exist`,
    fix: 'write the operationId of the call that issues the token',
    place: placeOf(['x-token', 'operation']),
  });
}

/** Reports operations that get the same name, or one that the client uses itself. */
export function reportClashes(operations: readonly Operation[], { diagnostics, placeOf }: Reporters): void {
  const seen = new Map<string, Operation>();
  const placeOfId = ({ path, method }: Operation) => placeOf([...operationKeys(path, method), 'operationId']);
  const clash = (key: string, operation: Operation, what: string) => {
    const namesake = seen.get(key);
    if (namesake !== undefined && namesake !== operation) {
      diagnostics.push({
        code: 'name-clash',
        message: `${operation.path} and ${namesake.path} both get ${what}`,
        fix: 'give one of them another operationId',
        place: placeOfId(operation),
      });
    }
    seen.set(key, operation);
  };
  for (const operation of operations) {
    const own = operation.namespace ?? operation.member;
    clash(`type ${operation.typeName}`, operation, `the type name ${operation.typeName}`);
    if (operation.namespace === undefined)
      clash(`member ${operation.member}`, operation, `the method ${operation.member}`);
    if (isReservedMember(own) || operation.member === 'then') {
      diagnostics.push({
        code: 'name-clash',
        message: `${operation.path} gets the name ${isReservedMember(own) ? own : operation.member}, which the client itself uses or which would make it a promise`,
        fix: 'give it another operationId',
        place: placeOfId(operation),
      });
    }
  }
  for (const operation of operations) {
    const method = operation.namespace === undefined ? undefined : seen.get(`member ${operation.namespace}`);
    if (method !== undefined) {
      diagnostics.push({
        code: 'name-clash',
        message: `${method.path} is the method ${operation.namespace}, and ${operation.path} needs that name as a namespace`,
        fix: 'give the first another operationId',
        place: placeOfId(method),
      });
    }
  }
}
