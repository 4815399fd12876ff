import { successAnswer } from './bundle.ts';
import type { Model, Operation } from './model.ts';
import type { Schema } from './openapi.ts';
import { rebuild } from './rebuild.ts';

/** Keywords that a response validator leaves out: lengths and formats need ajv's modules at run time and do not describe shape. */
const LEFT_OUT = new Set([
  'minLength',
  'maxLength',
  'format',
  'uniqueItems',
  'description',
  'title',
  'default',
  'example',
  'examples',
  'deprecated',
  'contentMediaType',
  'externalDocs',
  'xml',
  'discriminator',
]);
/** The only extension that stays: ajv ignores it, and the report of new values reads it. */
const KNOWN_VALUES = 'x-known-values';
const LOCAL_SCHEMA = '#/components/schemas/';

/** Returns the schema that validates a whole successful answer of an operation, with the components that it reaches. */
export function answerSchema(model: Model, operation: Operation): Schema {
  const defs: Record<string, Schema> = Object.create(null);
  const root = localise(successAnswer(model, operation));
  return { ...root, $defs: defs };

  function localise(schema: Schema): Schema {
    return rebuild(schema, (part) => {
      const kept = Object.fromEntries(
        Object.entries(part).filter(
          ([key]) => !LEFT_OUT.has(key) && (key === KNOWN_VALUES || !key.startsWith('x-')),
        ),
      );
      for (const [key, value] of Object.entries(kept)) kept[key] = asNumbers(value);
      if (part['x-exact'] === true) kept.type = Array.isArray(part.type) ? ['string', 'null'] : 'string';
      const reference = part.$ref;
      if (typeof reference !== 'string' || !reference.startsWith(LOCAL_SCHEMA)) return kept;
      const name = reference.slice(LOCAL_SCHEMA.length);
      const target = model.schemas[name];
      if (target !== undefined && defs[name] === undefined) {
        defs[name] = {};
        defs[name] = localise(target);
      }
      return { ...kept, $ref: `#/$defs/${name}` };
    }) as Schema;
  }
}

/** Turns bigints in a keyword's value into numbers. ajv writes them into code, and the answers are parsed as numbers. */
function asNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asNumbers);
  return typeof value === 'bigint' ? Number(value) : value;
}
