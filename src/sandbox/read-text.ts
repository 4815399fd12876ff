import type { JsonSchema } from './endpoints.ts';
import { typeOf } from './sample.ts';

/** Converts a text to the type of its schema. Returns the text itself if that is impossible. */
export function readText(text: string, schema: JsonSchema): unknown {
  const type = typeOf(schema);
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false|0|1)$/.test(text)) return text === 'true' || text === '1';
  if ((type === 'object' || type === 'array') && /^[[{]/.test(text)) return parsed(text);
  return text;
}

/** JSON of a text in a form, or the text itself, which the check of the request then refuses. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
