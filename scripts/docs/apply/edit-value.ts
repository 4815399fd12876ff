import { isObject } from '../../spec/openapi.ts';
import type { Step } from './yaml-place.ts';
import type { Edit } from './yaml-splice.ts';

/** What a value is after an edit, by the same rules as in its text: what the text is held against. */
export function editValue(value: unknown, { at, ...edit }: Edit): unknown {
  if (edit.op === 'remove') return withoutPlace(value, at);
  if (edit.op === 'include') return changeAt(value, at, (list) => including(list, edit.value, edit.after));
  return changeAt(value, at, () => edit.value);
}

/** The value with another one at a place. */
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

/** The value without a place, and without what is empty then. */
function withoutPlace(value: unknown, at: readonly Step[]): unknown {
  const [holder, last] = [at.slice(0, -1), at.at(-1)];
  if (last === undefined) return value;
  let isEmpty = false;
  const without = changeAt(value, holder, (old) => {
    const left = Array.isArray(old)
      ? old.filter((_, place) => place !== indexOf(old, last))
      : Object.fromEntries(Object.entries(old as object).filter(([key]) => key !== String(last)));
    isEmpty = Object.keys(left).length === 0;
    return left;
  });
  return isEmpty ? withoutPlace(value, holder) : without;
}

function including(list: unknown, value: unknown, after: unknown): unknown {
  if (!Array.isArray(list) || list.includes(value)) return list;
  const place = list.findIndex((item) => isMeant(item, after));
  return list.toSpliced(place < 0 ? list.length : place + 1, 0, value);
}

function indexOf(list: readonly unknown[], step: Step): number {
  return typeof step === 'number' ? step : list.findIndex((item) => isMeant(item, step));
}

/** Whether a list's item is the one that is meant: a map by its `name`, anything else by its value. */
function isMeant(item: unknown, meant: unknown): boolean {
  const wanted = isObject(meant) && 'name' in meant ? meant.name : meant;
  return wanted !== undefined && (isObject(item) ? item.name : item) === wanted;
}
