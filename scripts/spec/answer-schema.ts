import { successAnswer } from './bundle.ts';
import type { Model, Operation } from './model.ts';
import type { Schema } from './openapi.ts';
import { isPattern } from './pattern.ts';
import { referencedSchema } from './pointer.ts';
import { rebuild } from './rebuild.ts';
import { withoutObjectValues } from './value-schema.ts';

/**
 * The keywords that describe the shape of an answer. Lengths, formats and `uniqueItems` need ajv's modules at run time;
 * annotations and unknown words mean nothing to a validator, and ajv refuses some of them.
 */
const KEYWORDS = new Set([
  ...['$ref', 'type', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'pattern'],
  ...[
    'items',
    'prefixItems',
    'contains',
    'minContains',
    'maxContains',
    'minItems',
    'maxItems',
    'unevaluatedItems',
  ],
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'unevaluatedProperties'],
  ...['dependentRequired', 'dependentSchemas', 'required', 'minProperties', 'maxProperties'],
  ...['multipleOf', 'maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum'],
]);
/** The only extension that stays: ajv ignores it, and the report of new values reads it. */
const KNOWN_VALUES = 'x-known-values';

/** Returns the schema that validates a whole successful answer of an operation, with the components that it reaches. */
export function answerSchema(model: Model, operation: Operation): Schema {
  const defs: Record<string, Schema> = Object.create(null);
  const root = localise(successAnswer(model, operation));
  return { ...root, $defs: defs };

  function localise(schema: Schema): Schema {
    return rebuild(schema, (part) => {
      const kept = validated(part);
      for (const [key, value] of Object.entries(kept)) kept[key] = asNumbers(value);
      if (part['x-exact'] === true) kept.type = Array.isArray(part.type) ? ['string', 'null'] : 'string';
      const name = referencedSchema(part.$ref);
      if (name === undefined) return withoutObjectValues(kept);
      const target = model.schemas[name];
      if (target !== undefined && defs[name] === undefined) {
        defs[name] = {};
        defs[name] = localise(target);
      }
      return { ...kept, $ref: `#/$defs/${encodeURIComponent(name)}` };
    }) as Schema;
  }
}

/** The keywords of a schema that a validator uses. A pattern that is no regular expression is none. */
function validated(part: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isUsed = ([key, value]: [string, unknown]) =>
    key === 'pattern' ? isPattern(String(value)) : KEYWORDS.has(key) || key === KNOWN_VALUES;
  return Object.fromEntries(Object.entries(part).filter(isUsed));
}

/** Turns bigints in a keyword's value into numbers. ajv writes them into code, and the answers are parsed as numbers. */
function asNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asNumbers);
  return typeof value === 'bigint' ? Number(value) : value;
}
