import { exactJson } from '../../kit/exact-json.ts';

/** A value as the text in which it is sent outside JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : exactJson(value);
}
