import { isWeibanError, WeibanConfigError } from '../base/errors.ts';
import { stringifyExact } from '../base/exact-json.ts';

/** The error of a call whose arguments or options are not usable. Nothing was sent. */
export function refusal(operation: string, why: string): WeibanConfigError {
  return new WeibanConfigError(`${operation} was not sent: ${why}.`, { operation });
}

/**
 * The JSON text of an argument.
 *
 * @throws WeibanConfigError for a value that JSON does not have, such as a Date or NaN: `JSON.stringify` would turn it
 * into another one. For half a character, because no encoding has it. For an object that contains itself.
 */
export function jsonText(operation: string, argument: string, value: unknown): string {
  try {
    return stringifyExact(value, undefined, (holder, key, written) => {
      const kind = foreignKind(Reflect.get(holder, key), written, Array.isArray(holder));
      if (kind) {
        const place = key && `, at "${key}"`;
        throw refusal(operation, `${argument} holds ${kind}${place}; give text, numbers or plain objects`);
      }
    });
  } catch (error) {
    if (isWeibanError(error)) throw error;
    const [problem] = String(error).split('\n');
    throw refusal(operation, `${argument} cannot be written as JSON (${problem})`);
  }
}

/** The text of an argument in a path or a query: JSON text for an object. Throws as {@link jsonText} does. */
export function plainText(operation: string, argument: string, value: unknown): string {
  if (value === undefined || value === null) throw refusal(operation, `${argument} holds ${value} in a list`);
  const json = jsonText(operation, argument, value);
  return typeof value === 'string' ? value : json;
}

/** What kind of value JSON does not have; an empty text for every other value. `written` is what JSON makes of it. */
function foreignKind(value: unknown, written: unknown, isInList: boolean): string {
  const type = typeof written;
  if (type === 'function' || type === 'symbol') return `a ${type}`;
  if (type === 'number') return Number.isFinite(written) ? '' : String(written);
  if (type === 'undefined') return isInList ? 'undefined in a list' : '';
  if (type === 'string' && /\p{Surrogate}/u.test(String(written))) return 'half an emoji';
  if (value === null || typeof value !== 'object') return '';
  const tag = tagOf(written);
  return /^(Object|Array)$/.test(tag) ? '' : `a ${tagOf(value)}`;
}

/** `Object` for a plain object, `Date` for a date: a name that is the same in every realm. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
