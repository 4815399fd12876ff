import { type Model, resolve } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';

/**
 * The dotted paths below a schema at which an exact integer stands; a list on the way adds no step. A schema that
 * holds itself is followed once.
 */
export function exactPaths(model: Model, schema: Schema | undefined): string[] {
  const found = new Set<string>();
  walk(schema, [], []);
  return [...found].sort();

  function walk(given: Schema | undefined, at: readonly string[], inside: readonly Schema[]): void {
    if (given === undefined) return;
    const here = resolve(model.document, given);
    if (inside.includes(here)) return;
    if (here['x-exact'] === true && at.length > 0) found.add(at.map(encodeName).join('.'));
    const deeper = [...inside, here];
    if (typeof here.items === 'object') walk(here.items, at, deeper);
    for (const [name, property] of Object.entries(here.properties ?? {}))
      walk(property, [...at, name], deeper);
    for (const branch of [...(here.allOf ?? []), ...(here.anyOf ?? []), ...(here.oneOf ?? [])])
      walk(branch, at, deeper);
  }
}

/** A name without the characters that part names and paths. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll('.', '%2E');
}
