import { type Model, type Operation, resolve } from '../spec/model.ts';
import { isObject, type OpenApiDocument, type Schema } from '../spec/openapi.ts';
import { referencedSchema } from '../spec/pointer.ts';

/**
 * The dotted paths of the exact integers in a schema. A list on the way adds no step. A schema that contains itself is
 * followed once.
 */
export function exactPaths(model: Model, schema: Schema | undefined): string[] {
  const reaching = componentsWithExact(model.document);
  const found = new Set<string>();
  walk(schema, [], []);
  return [...found].sort();

  function walk(given: Schema | undefined, at: readonly string[], enclosing: readonly Schema[]): void {
    if (given === undefined) return;
    const name = referencedSchema(given.$ref);
    if (name !== undefined && !reaching.has(name)) return;
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

const reachingOf = new WeakMap<OpenApiDocument, ReadonlySet<string>>();

/**
 * The names of the component schemas that hold an exact integer or lead to one. All others are skipped: the paths through a
 * document whose schemas refer to each other are too many to walk.
 */
function componentsWithExact(document: OpenApiDocument): ReadonlySet<string> {
  const known = reachingOf.get(document);
  if (known !== undefined) return known;
  const reaching = new Set<string>();
  const referring = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    for (const part of partsOf(schema)) {
      if (part['x-exact'] === true) reaching.add(name);
      const target = referencedSchema(part.$ref);
      if (target !== undefined) referring.set(target, [...(referring.get(target) ?? []), name]);
    }
  }
  // A set visits what is added while it is walked.
  for (const name of reaching) for (const referrer of referring.get(name) ?? []) reaching.add(referrer);
  reachingOf.set(document, reaching);
  return reaching;
}

/** Every object in a schema, itself among them. */
function partsOf(schema: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(schema)) return schema.flatMap(partsOf);
  return isObject(schema) ? [schema, ...Object.values(schema).flatMap(partsOf)] : [];
}

/** Escapes the characters that separate names and paths. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll('.', '%2E');
}

/** The paths of exact integers in the answer of an operation, as it is sent: from its root, not from that of its result. */
export function answerPaths(model: Model, { result, envelope }: Operation): readonly string[] {
  const field = envelope?.envelope.result;
  const paths = exactPaths(model, result);
  return field === undefined ? paths : paths.map((path) => `${encodeURIComponent(field)}.${path}`);
}
