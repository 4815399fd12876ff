import { type Model, resolve } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';

/**
 * The dotted paths of the exact integers in a schema. A list on the way adds no step. A schema that contains itself is
 * followed once.
 */
export function exactPaths(model: Model, schema: Schema | undefined): string[] {
  const found = new Set<string>();
  walk(schema, [], []);
  return [...found].sort();

  function walk(given: Schema | undefined, at: readonly string[], enclosing: readonly Schema[]): void {
    if (given === undefined) return;
    const schema = resolve(model.document, given);
    if (enclosing.includes(schema)) return;
    if (schema['x-exact'] === true && at.length > 0) found.add(at.map(encodeName).join('.'));
    const deeper = [...enclosing, schema];
    if (typeof schema.items === 'object') walk(schema.items, at, deeper);
    for (const [name, property] of Object.entries(schema.properties ?? {}))
      walk(property, [...at, name], deeper);
    for (const branch of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
      walk(branch, at, deeper);
  }
}

/** Escapes the characters that separate names and paths. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll('.', '%2E');
}
