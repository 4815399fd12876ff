import { isObject } from '../base/is-object.ts';
import type { JsonObject } from './paths.ts';

/** The ways in which an answer can depart from the specification. */
export const DRIFTS = ['rename', 'enum', 'null', 'missing', 'retype', 'extra'] as const;

/** Another name, an unknown value of an enumeration, a null, a missing field, another type, an additional field. */
export type Drift = (typeof DRIFTS)[number];

/** A change in an answer. */
export interface Drifted {
  readonly answer: JsonObject;
  /** JSON pointer of the field; undefined if no field of the answer can drift in this way. */
  readonly at: string | undefined;
}

/**
 * A copy of an answer in which one field drifted: the field at a JSON pointer, or the first one that `mayDrift`
 * accepts.
 */
export function driftAnswer(
  answer: JsonObject,
  drift: Drift,
  at: string | undefined,
  mayDrift: (pointer: string, value: unknown) => boolean,
): Drifted {
  const copy = structuredClone(answer);
  const pointer = at ?? pointersOf(copy).find(([pointer, value]) => mayDrift(pointer, value))?.[0];
  const steps = pointer?.split('/').slice(1).map(unescapeStep) ?? [];
  const name = steps.pop();
  const holder = steps.reduce<unknown>(
    (value, step) => (value && typeof value === 'object' ? Reflect.get(value, step) : undefined),
    copy,
  );
  if (name === undefined || typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) {
    return { answer: copy, at: undefined };
  }
  const value: unknown = Reflect.get(holder, name);
  if (drift === 'null') Reflect.set(holder, name, null);
  else if (drift === 'enum')
    Reflect.set(holder, name, typeof value === 'number' ? 987_654 : 'sandbox_new_value');
  else if (drift === 'retype')
    Reflect.set(holder, name, typeof value === 'string' ? { sandbox: value } : String(value));
  else if (drift === 'extra') Reflect.set(holder, `${name}_sandbox`, 'sandbox');
  else {
    Reflect.deleteProperty(holder, name);
    if (drift === 'rename') Reflect.set(holder, `${name}_renamed`, value);
  }
  return { answer: copy, at: pointer };
}

/** Every field of a value with its pointer, outer fields first. */
function pointersOf(value: unknown, at = ''): [pointer: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).map(([key, item]): [string, unknown] => [
    `${at}/${escapeStep(key)}`,
    item,
  ]);
  const named = isObject(value) ? own : [];
  return [...named, ...own.flatMap(([pointer, item]) => pointersOf(item, pointer))];
}

function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
