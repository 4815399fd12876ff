import { isObject } from '../base/is-object.ts';
import type { Endpoints, JsonSchema } from './endpoints.ts';
import type { JsonObject } from './paths.ts';
import { flagAt, numberAt, textAt } from './sample-leaf.ts';

const DEEPEST = 6;

/** Generates values from schemas. */
export interface Sampler {
  /** A value that the schema allows, with every optional member; the same for the same seed and name. */
  sample(schema: JsonSchema, name: string): unknown;
  /** A copy of a value, with its missing required members added. Objects that `isWhole` accepts stay unchanged. */
  complete(value: unknown, schema: JsonSchema, name: string, isWhole?: (value: object) => boolean): unknown;
}

/** A sampler over the shared schemas of the specification. */
export function createSampler({ resolve }: Pick<Endpoints, 'resolve'>, seed: number): Sampler {
  const sampleAt = (given: JsonSchema, name: string, depth: number): unknown => {
    const schema = resolve(given);
    const [known] = [
      ...(schema.const === undefined ? [] : [schema.const]),
      ...(schema.enum ?? schema.examples ?? schema['x-known-values'] ?? []),
    ];
    if (known !== undefined) return known;
    const [branch] = schema.anyOf ?? schema.oneOf ?? [];
    if (branch) return sampleAt(branch, name, depth);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleAt(part, name, depth)));
    switch (typeOf(schema)) {
      case 'object':
        return members(schema, name, depth);
      case 'array':
        return schema.items && depth < DEEPEST ? [sampleAt(schema.items, `${name}.0`, depth + 1)] : [];
      case 'string':
        return textAt(name, schema, seed);
      case 'integer':
      case 'number':
        return numberAt(name, schema, seed);
      case 'boolean':
        return flagAt(name, seed);
      default:
        return null;
    }
  };

  const members = (schema: JsonSchema, name: string, depth: number): JsonObject => {
    const required = schema.required ?? [];
    const entries = Object.entries(schema.properties ?? {})
      .filter(([key]) => depth < DEEPEST || required.includes(key))
      .map(([key, property]) => [key, sampleAt(property, `${name}.${key}`, depth + 1)] as const);
    return Object.fromEntries(entries);
  };

  const complete: Sampler['complete'] = (value, given, name, isWhole = () => false) => {
    const schema = resolve(given);
    if (Array.isArray(value)) {
      const { items } = schema;
      return items ? value.map((item, at) => complete(item, items, `${name}.${at}`, isWhole)) : value;
    }
    if (!isObject(value) || isWhole(value)) return value;
    const completed: JsonObject = { ...value };
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const at = `${name}.${key}`;
      if (Object.hasOwn(value, key)) completed[key] = complete(value[key], property, at, isWhole);
      else if (schema.required?.includes(key)) completed[key] = sampleAt(property, at, 0);
    }
    return completed;
  };
  return { sample: (schema, name) => sampleAt(schema, name, 0), complete };
}

/** The type of a schema; if it allows a value and null, the type of the value. */
export function typeOf({ type, properties }: JsonSchema): string | undefined {
  if (typeof type === 'string') return type;
  return type?.find((name) => name !== 'null') ?? (properties ? 'object' : undefined);
}
