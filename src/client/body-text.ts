import { changeAt, parseWithBigints, stringifyExact } from '../base/exact-json.ts';
import type { Operation } from '../base/operation.ts';
import type { Fields } from '../base/request-plan.ts';
import { jsonText, refusal } from './argument-text.ts';

/** Why a call without its required `body` is refused. */
export const MISSING_BODY = 'it needs its body';

/**
 * The JSON text of a body: of an object with these fields, or of the one field called `body`.
 *
 * @throws WeibanConfigError if a value is not JSON, or the one field is missing.
 */
export function bodyText(operation: Operation, fields: Fields): string | undefined {
  const { id, body, exactBody } = operation;
  if (body === undefined) return undefined;
  const texts = fields.map(([name, value]) => [name, jsonText(id, name, value)] as const);
  if (body === 'whole' && texts.length === 0) throw refusal(id, MISSING_BODY);
  const text =
    body === 'whole'
      ? texts[0]?.[1]
      : `{${texts.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join()}}`;
  if (text === undefined || exactBody.length === 0) return text;
  const value = parsed(id, text);
  for (const path of exactBody) {
    changeAt(value, path, (item) => (/^-?\d+$/.test(String(item)) ? BigInt(String(item)) : item));
  }
  return stringifyExact(value);
}

/** @throws WeibanConfigError if the text is nested too deep. It is JSON, because it was written here. */
function parsed(id: string, text: string): unknown {
  try {
    return parseWithBigints(text);
  } catch (error) {
    throw refusal(id, String(error));
  }
}
