import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import type { Located } from '../../evidence/compare/located.ts';
import { isObject } from '../../spec/openapi.ts';
import { editAt, type FileEdit, stepsTo } from './change.ts';
import { type Followed, holderOf, oneOfRequired, parameterAt } from './field-places.ts';

/** Makes an argument or a field required or optional, as the page marks it. */
export function followRequired(context: Context, compared: Compared): Followed {
  const { at, specified } = compared;
  const parameter = parameterAt(context, compared);
  if (parameter !== undefined) {
    if (oneOfRequired(context, compared).includes(compared.where.replace('query ', '')))
      return 'x-oneOf-required names it';
    const steps = stepsTo(parameter, 'required');
    return specified === true
      ? [editAt(parameter, { op: 'remove', at: steps })]
      : [editAt(parameter, { op: 'set', at: steps, value: true, after: 'in' })];
  }
  const name = String(at.keys.at(-1));
  const holder = holderOf(at);
  if (holder === undefined) return 'it is not a property of an object';
  return specified === true ? dropRequired(holder, name) : requireField(holder, name);
}

/** Adds a property to its object's `required`, in the order of the properties. */
export function requireField(
  holder: Located,
  name: string,
  names = Object.keys(propertyMap(holder)),
): FileEdit[] {
  const { required } = holder.value;
  if (!Array.isArray(required))
    return [editAt(holder, { op: 'set', at: stepsTo(holder, 'required'), value: [name], after: 'type' })];
  const after = names.slice(0, names.indexOf(name)).findLast((sibling) => required.includes(sibling));
  return [editAt(holder, { op: 'include', at: stepsTo(holder, 'required'), value: name, after })];
}

/** Removes a property from its object's `required`. */
export function dropRequired(holder: Located, name: string): Followed {
  const { required } = holder.value;
  if (!Array.isArray(required) || !required.includes(name))
    return 'it is not required where it is declared, but by another schema';
  return [editAt(holder, { op: 'remove', at: [...stepsTo(holder, 'required'), { name }] })];
}

function propertyMap({ value }: Located): Readonly<Record<string, unknown>> {
  return isObject(value.properties) ? value.properties : {};
}
