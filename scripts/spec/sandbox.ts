import { type Diagnostic, SpecError } from '../kit/diagnostic.ts';
import { isObject } from './openapi.ts';
import { NOTHING, type SandboxKnowledge } from './sandbox-knowledge.ts';
import { checkShape } from './shape.ts';
import { type KeyPath, placeOf, type Source } from './source.ts';

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
  if (source === undefined) return NOTHING;
  const found: Diagnostic[] = [...checkShape(source, 'Sandbox')];
  if (found.length > 0) throw new SpecError(found);
  // The shape was checked.
  const knowledge = { ...NOTHING, ...(source.value as Partial<SandboxKnowledge>) };
  const { resources, sendingTimes } = knowledge;
  const refuse = (message: string, keys: KeyPath) =>
    found.push({
      code: 'sandbox',
      message,
      fix: 'correct the name, or delete the row',
      place: placeOf(source, keys),
    });
  const checkOperation = (id: string, keys: KeyPath) => {
    if (!operationIds.has(id)) refuse(`no operation has the operationId ${JSON.stringify(id)}`, keys);
  };
  const checkError = (name: string, keys: KeyPath) => {
    if (!Object.hasOwn(errors, name)) refuse(`error-codes.yaml has no ${JSON.stringify(name)}`, keys);
  };
  checkResources(resources, { operation: checkOperation, error: checkError });
  for (const id of Object.keys(sendingTimes)) checkOperation(id, ['sendingTimes', id]);
  checkNamed(knowledge, { operation: checkOperation, error: checkError });
  for (const [keys, pattern] of patternsOf(knowledge))
    if (!isPattern(pattern)) refuse(`${JSON.stringify(pattern)} is not a regular expression`, keys);
  if (found.length > 0) throw new SpecError(found);
  return knowledge;
}

/** Reports a name that the specification lacks. */
type Check = Readonly<Record<'operation' | 'error', (name: string, keys: KeyPath) => void>>;

function checkResources(resources: SandboxKnowledge['resources'], check: Check): void {
  for (const [at, resource] of resources.entries()) {
    if (resource.ended !== undefined) check.error(String(resource.ended), ['resources', at, 'ended']);
    for (const part of BY_OPERATION) {
      for (const [id, row] of Object.entries(isObject(resource[part]) ? resource[part] : {})) {
        check.operation(id, ['resources', at, part, id]);
        const missing = isObject(row) ? row.missing : undefined;
        if (missing !== undefined) check.error(String(missing), ['resources', at, part, id, 'missing']);
      }
    }
  }
}

/** Keys of the parts below whose value is an operation or an error. */
const OPERATIONS = new Set(['operation', 'get', 'many', 'list', 'one']);
const ERRORS = new Set(['error', 'taken', 'unknown', 'noIds', 'noId', 'noUnionid', 'noEmployee']);

/** Checks the operations and the errors that the knowledge names, apart from resources. */
function checkNamed({ faults, employees, idPairs, tags }: SandboxKnowledge, check: Check): void {
  walk({ faults, employees, idPairs, tags }, []);
  for (const id of Object.keys(idPairs)) check.operation(id, ['idPairs', id]);
  for (const id of Object.keys(tags.calls)) check.operation(id, ['tags', 'calls', id]);

  function walk(node: unknown, keys: KeyPath): void {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const at = [...keys, Array.isArray(node) ? Number(key) : key];
      if (typeof value !== 'string') walk(value, at);
      else if (value !== '' && OPERATIONS.has(key)) check.operation(value, at);
      else if (value !== '' && ERRORS.has(key)) check.error(value, at);
    }
  }
}

function patternsOf({ faults, values }: SandboxKnowledge): [keys: KeyPath, pattern: string][] {
  const { texts = [], same = [] } = values;
  return [
    ...faults.flatMap(({ argument = '', fault = '' }, at): [KeyPath, string][] => [
      [['faults', at, 'argument'], argument],
      [['faults', at, 'fault'], fault],
    ]),
    ...texts.map(({ place }, at): [KeyPath, string] => [['values', 'texts', at, 'place'], place]),
    ...same.map(({ place }, at): [KeyPath, string] => [['values', 'same', at, 'place'], place]),
  ];
}

function isPattern(text: string): boolean {
  try {
    return RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
