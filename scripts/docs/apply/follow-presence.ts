import type { Compared, MissingField } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { type Located, target } from '../../evidence/compare/located.ts';
import { parentsBelow, requiredByEvidence } from '../../evidence/facts/example-evidence.ts';
import { isObject } from '../../spec/openapi.ts';
import { parameterOf } from '../scaffold/scaffold-path.ts';
import { fieldSchema } from '../scaffold/scaffold-schema.ts';
import { editAt, stepsTo } from './change.ts';
import {
  directionOf,
  type Followed,
  holderOf,
  oneOfRequired,
  parameterAt,
  parameterIn,
} from './field-places.ts';
import { dropRequired, requireField } from './follow-required.ts';

/** Adds a parameter or a field that the page newly lists. */
export function addField(context: Context, compared: Compared, missing: MissingField): Followed {
  const { at, where } = compared;
  const { field, siblings, parents } = missing;
  const index = siblings.indexOf(field);
  const after = siblings[index - 1]?.name;
  const place = parameterIn(where)?.in;
  if (place !== undefined) {
    const value = parameterOf(field, place);
    return Array.isArray(at.value.parameters)
      ? [editAt(at, { op: 'include', at: stepsTo(at, 'parameters'), value, after })]
      : [editAt(at, { op: 'set', at: stepsTo(at, 'parameters'), value: [value], after: beforeBody(at) })];
  }
  if (missing.isInEnvelope) return 'it stands beside the result, so it belongs to the envelope';
  if (at.value.operationId !== undefined) return 'the operation had nothing here before';
  const holder = target(context.spec, at);
  if (holder === undefined || !isObject(holder.value.properties))
    return 'the object has no properties to add it to';
  const direction = directionOf(where);
  const value = fieldSchema(field, parentsBelow(parents, field.name), direction);
  const isRequired =
    direction === 'request'
      ? field.required === true
      : requiredByEvidence(field.required, parents, field.name) === true;
  const names = siblings.map(({ name }) => name);
  return [
    editAt(holder, { op: 'set', at: stepsTo(holder, 'properties', field.name), value, after }),
    ...(isRequired ? requireField(holder, field.name, names) : []),
  ];
}

/** The key before the body or the answer of an operation. Parameters are added after it. */
function beforeBody({ value }: Located): string | undefined {
  const keys = Object.keys(value);
  const at = keys.findIndex((key) => key === 'requestBody' || key === 'responses');
  return keys[at - 1];
}

const CURATED = ['x-corrects', 'x-omits', 'x-exact', 'x-meanings'];

/** Removes a parameter or a field that the page no longer lists. */
export function removeField(context: Context, compared: Compared): Followed {
  const { at } = compared;
  const parameter = parameterAt(context, compared);
  const entry = parameter ?? at;
  const curated = curatedKey(entry.value);
  if (curated !== undefined) return `${curated} records what somebody knows about it`;
  const name = String(compared.where.split(/[ .]/).at(-1));
  if (oneOfRequired(context, compared).includes(name)) return 'x-oneOf-required names it';
  const removal = editAt(entry, { op: 'remove', at: stepsTo(entry) });
  if (parameter !== undefined) return [removal];
  const holder = holderOf(at);
  if (holder === undefined) return 'it is not a property of an object';
  const isRequired = Array.isArray(holder.value.required) && holder.value.required.includes(name);
  const dropped = isRequired ? dropRequired(holder, name) : [];
  return typeof dropped === 'string' ? dropped : [removal, ...dropped];
}

/**
 * Finds a key such as `x-corrects`, which records a curator's knowledge, at any depth of a part of the
 * specification.
 */
function curatedKey(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(curatedKey).find((key) => key !== undefined);
  if (!isObject(value)) return undefined;
  return (
    CURATED.find((key) => value[key] !== undefined) ??
    Object.values(value)
      .map(curatedKey)
      .find((key) => key !== undefined)
  );
}
