import { exactNumber, isNumeric } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';

/**
 * Returns an example that identifies nobody: the value itself, or a made-up one of the same form where it looks like an
 * id, a telephone number or an address, or stands under a key for the name of a person. The same value gives the same
 * example, and nothing of it remains but its form.
 */
export function restateExample(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restateExample);
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        PERSON.test(key) && typeof member === 'string' && member !== ''
          ? nameFor(member)
          : restateExample(member),
      ]),
    );
  if (typeof value === 'string') return restateText(value);
  const isId = isNumeric(value) && LONG_NUMBER.test(String(value));
  return isId ? exactNumber(ofSameForm(String(value))) : value;
}

/** Keys under which persons are named. */
const PERSON =
  /^(nick|real|user|full|first|last|contact|customer|member|staff|sender|receiver|author)_?(name|alias)$|^(alias|remark|signature)$/i;

function nameFor(text: string): string {
  return /\p{Script=Han}/u.test(text) ? '示例' : 'EXAMPLE';
}

const MOBILE = /^(\+?86[- ]?)?1[3-9]\d{9}$/;
const ADDRESS = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;
const URL_START = /^https?:\/\/(?!([\w-]+\.)*example\.(com|org|net)\b)/i;
/** More digits than a time in milliseconds has. */
const LONG_NUMBER = /^\d{15,}$/;
const HEX = /^(?=.*\d)(?=.*[a-f])[\da-f-]{16,}$/i;
/** The ids of WeCom begin with two or three letters; those of the vendor have letters of both cases. */
const TOKEN = /^((w[a-z])[\w-]{20,}|(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{16,})$/;

function restateText(text: string): string {
  if (MOBILE.test(text)) return `${text.slice(0, -11)}13000000000`;
  if (ADDRESS.test(text)) return 'user@example.com';
  if (URL_START.test(text)) return 'https://example.com/EXAMPLE';
  const isId = [LONG_NUMBER, HEX, TOKEN].some((pattern) => pattern.test(text));
  return isId ? ofSameForm(text) : text;
}

/** Letter for letter and digit for digit, in the same case. A WeCom prefix, which tells the kind of an id, stays. */
function ofSameForm(text: string): string {
  const prefix = /^w[a-z](?=[\w-]{20,}$)/.exec(text)?.[0] ?? '';
  const letters = HEX.test(text) ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz';
  let at = 0;
  return (
    prefix +
    text.slice(prefix.length).replace(/[A-Za-z\d]/g, (char) => {
      at++;
      if (/\d/.test(char)) return String(at % 10);
      const letter = letters.charAt(at % letters.length);
      return char === char.toLowerCase() ? letter : letter.toUpperCase();
    })
  );
}
