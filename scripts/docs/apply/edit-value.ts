import { isObject } from '../../spec/openapi.ts';
import type { Step } from './yaml-place.ts';
import type { Edit } from './yaml-splice.ts';

/**
 * Makes an edit in a parsed value, by the same rules as in its text. The edited text is compared with the
 * result.
 */
export function editValue(value: unknown, { at, ...edit }: Edit): unknown {
  if (edit.op === 'remove') return withoutPlace(value, at);
  if (edit.op === 'include') return changeAt(value, at, (list) => including(list, edit.value, edit.after));
  return changeAt(value, at, () => edit.value);
}

/** Returns the value with one place changed. */
function changeAt(value: unknown, at: readonly Step[], change: (old: unknown) => unknown): unknown {
  const [step, ...below] = at;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const index = indexOf(value, step);
    return value.map((item, place) => (place === index ? changeAt(item, below, change) : item));
  }
  if (!isObject(value) || typeof step === 'object') return value;
  return { ...value, [step]: changeAt(value[step], below, change) };
}

/** Returns the value without one place, and without the lists and maps that become empty. */
function withoutPlace(value: unknown, at: readonly Step[]): unknown {
  const [holder, last] = [at.slice(0, -1), at.at(-1)];
  if (last === undefined) return value;
  let isEmpty = false;
  const without = changeAt(value, holder, (old) => {
    const rest = Array.isArray(old)
      ? old.filter((_, place) => place !== indexOf(old, last))
      : Object.fromEntries(Object.entries(old as object).filter(([key]) => key !== String(last)));
    isEmpty = Object.keys(rest).length === 0;
    return rest;
  });
  return isEmpty ? withoutPlace(value, holder) : without;
}

function including(list: unknown, value: unknown, after: unknown): unknown {
  if (!Array.isArray(list) || list.includes(value)) return list;
  const place = list.findIndex((item) => isNamed(item, after));
  return list.toSpliced(place < 0 ? list.length : place + 1, 0, value);
}

function indexOf(list: readonly unknown[], step: Step): number {
  return typeof step === 'number' ? step : list.findIndex((item) => isNamed(item, step));
}

/** Whether a step or a value names this item of a list: a map by its `name`, anything else by its value. */
function isNamed(item: unknown, step: unknown): boolean {
  const wanted = isObject(step) && 'name' in step ? step.name : step;
  return wanted !== undefined && (isObject(item) ? item.name : item) === wanted;
}
