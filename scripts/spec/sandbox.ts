import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { isObject } from './openapi.ts';
import { checkShape } from './shape.ts';
import { placeOf, type Source } from './source.ts';

/** What the sandbox knows of the API beyond the operations: `sandbox.yaml`. */
export interface SandboxKnowledge {
  /** The resources whose writes are remembered, in the form of `src/sandbox/resources.ts`. */
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  /** The operations that send something, and the fields of their lists that get the time of sending. */
  readonly sendingTimes: Readonly<Record<string, readonly string[]>>;
}

/** Where a resource names operations. */
const BY_OPERATION = ['lists', 'gets', 'changes'];

/**
 * Reads `sandbox.yaml`; a specification without it has no such knowledge.
 * @throws SpecError for an unknown key, and for an operation or an error that does not exist.
 */
export function readSandbox(
  source: Source | undefined,
  operationIds: ReadonlySet<string>,
  errors: Readonly<Record<string, unknown>>,
): SandboxKnowledge {
  if (source === undefined) return { resources: [], sendingTimes: {} };
  const found: Diagnostic[] = [...checkShape(source, 'Sandbox')];
  if (found.length > 0) throw new SpecError(found);
  // The shape was checked.
  const { resources = [], sendingTimes = {} } = source.value as Partial<SandboxKnowledge>;
  const refuse = (message: string, keys: readonly (string | number)[]) =>
    found.push({
      code: 'sandbox',
      message,
      fix: 'correct the name, or delete the row',
      place: placeOf(source, keys),
    });
  const checkOperation = (id: string, keys: readonly (string | number)[]) => {
    if (!operationIds.has(id)) refuse(`no operation has the operationId ${JSON.stringify(id)}`, keys);
  };
  const checkError = (name: unknown, keys: readonly (string | number)[]) => {
    if (name !== undefined && !Object.hasOwn(errors, String(name)))
      refuse(`error-codes.yaml has no ${JSON.stringify(name)}`, keys);
  };
  for (const [at, resource] of resources.entries()) {
    checkError(resource.ended, ['resources', at, 'ended']);
    for (const part of BY_OPERATION) {
      for (const [id, row] of Object.entries(isObject(resource[part]) ? resource[part] : {})) {
        checkOperation(id, ['resources', at, part, id]);
        checkError(isObject(row) ? row.missing : undefined, ['resources', at, part, id, 'missing']);
      }
    }
  }
  for (const id of Object.keys(sendingTimes)) checkOperation(id, ['sendingTimes', id]);
  if (found.length > 0) throw new SpecError(found);
  return { resources, sendingTimes };
}
