import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { nearest } from '../kit/nearest.ts';
import type { Model, Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';
import { placeOf, readSource, type Source } from '../spec/source.ts';

/** A call to record. */
export interface RecordedCall {
  readonly operation: Operation;
  /** The arguments, as the operation's method takes them. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Lists every operation that only reads and needs no argument, as calls. */
export function readsWithoutArguments({ operations }: Model): RecordedCall[] {
  return operations
    .filter(({ safety, authenticated }) => safety === 'read' && authenticated)
    .filter(({ parameters, body, object }) => {
      const isNeeded =
        (body?.schema.required ?? []).length > 0 || parameters.some(({ required }) => required === true);
      return !isNeeded && object['x-oneOf-required'] === undefined;
    })
    .map((operation) => ({ operation, params: {} }));
}

/**
 * Reads a YAML list of calls: `- {operation: externalUserList, params: {limit: 10}}`.
 * @param allowWrites whether calls that change something are allowed.
 * @throws SpecError with the place of each entry that is not a call, or that is a write and not allowed.
 */
export function readCalls(path: string, { operations }: Model, allowWrites: boolean): RecordedCall[] {
  const source = readSource(path, path);
  const entries = Array.isArray(source.value) ? source.value : [undefined];
  const calls: RecordedCall[] = [];
  const wrong: Diagnostic[] = [];
  for (const [index, entry] of entries.entries()) {
    const call = readCall(source, index, entry, operations, allowWrites);
    if ('operation' in call) calls.push(call);
    else wrong.push(call);
  }
  if (wrong.length > 0) throw new SpecError(wrong);
  return calls;
}

function readCall(
  source: Source,
  index: number,
  entry: unknown,
  operations: readonly Operation[],
  allowWrites: boolean,
): RecordedCall | Diagnostic {
  const refuse = (message: string, fix: string): Diagnostic => ({
    code: 'calls',
    message,
    fix,
    place: placeOf(source, [index]),
  });
  const form = 'write - {operation: externalUserList, params: {limit: 10}}';
  if (!isObject(entry) || typeof entry.operation !== 'string') return refuse('this is not a call', form);
  const { operation: id, params = {}, ...others } = entry;
  if (!isObject(params) || Object.keys(others).length > 0)
    return refuse('a call has only an operation, and params, which is a map', form);
  const operation = operations.find((candidate) => candidate.id === id);
  if (operation === undefined) {
    const near = nearest(
      String(id),
      operations.map((candidate) => candidate.id),
    );
    return refuse(
      `there is no operation ${JSON.stringify(id)}`,
      near === undefined ? 'write an operationId' : `write ${near}`,
    );
  }
  if (!operation.authenticated)
    return refuse(`${operation.id} returns a secret`, 'remove it: the client fetches its token itself');
  if (operation.safety !== 'read' && !allowWrites)
    return refuse(
      `${operation.id} changes something (x-safety: ${operation.safety})`,
      'remove it, or add --allow-writes',
    );
  return { operation, params };
}
