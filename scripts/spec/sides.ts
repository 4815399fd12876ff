import { nested } from './implied-types.ts';
import { branchesOf, declaredProperty, IN_PLACE, type Schemas, targetOf } from './in-place.ts';
import { isObject, type Schema } from './openapi.ts';
import { referencedSchema, schemaReference } from './pointer.ts';

/** The side of a call on which a schema stands. */
export type Side = 'request' | 'answer';

const MARK = { request: 'readOnly', answer: 'writeOnly' } as const;

/** Which component a reference leads to on each side. */
export interface Sides {
  /** The component to write for one that a schema on that side refers to. */
  readonly nameOf: (name: string, side: Side) => string;
  /** Every component, by the name of its own on each side. */
  readonly schemas: Schemas;
}

/**
 * Splits the components whose requests and answers differ, because they or what they refer to have properties that are
 * `readOnly` (not in a request) or `writeOnly` (not in an answer). The component stays the one of answers; that of
 * requests is called after it, with `Input`.
 */
export function splitSides(schemas: Schemas): Sides {
  const differing = new Set(differingNames(schemas));
  const inputs = new Map<string, string>();
  for (const name of differing) inputs.set(name, freeName(`${name}Input`, schemas));
  const nameOf = (name: string, side: Side) => (side === 'request' ? (inputs.get(name) ?? name) : name);
  const split: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    split[name] = differing.has(name) ? ofSide(schema, 'answer', schemas, nameOf) : schema;
    const input = inputs.get(name);
    if (input !== undefined) split[input] = ofSide(schema, 'request', schemas, nameOf);
  }
  return { nameOf, schemas: split };
}

/** A schema without the properties that do not belong on a side of a call. Nothing requires them there. */
export function ofSide(schema: Schema, side: Side, schemas: Schemas, nameOf: Sides['nameOf']): Schema {
  return walk(schema, []);

  /** @param around the schemas that describe the same value, from the outermost. */
  function walk(at: Schema, around: readonly Schema[]): Schema {
    if (!isObject(at)) return at;
    const inside = [...around, at];
    const copy: Record<string, unknown> = { ...at, ...nested(at, (inner) => walk(inner, [])) };
    for (const keyword of IN_PLACE)
      if (keyword in at) copy[keyword] = branchesOf(at, keyword).map((branch) => walk(branch, inside));
    const name = referencedSchema(at.$ref);
    if (name !== undefined) copy.$ref = schemaReference(nameOf(name, side));
    if (at.properties !== undefined) {
      const kept = Object.entries(copy.properties ?? {}).filter(([key]) => !isMarked(at.properties?.[key]));
      copy.properties = Object.fromEntries(kept);
    }
    if (at.required !== undefined)
      copy.required = at.required.filter(
        (key) => !inside.some((part) => isMarked(declaredProperty(part, key, schemas))),
      );
    return copy;
  }

  function isMarked(member: Schema | undefined): boolean {
    return hasMark(member, MARK[side], schemas);
  }
}

/** Whether a property, or the component that it refers to, has a mark. */
function hasMark(member: Schema | undefined, mark: string, schemas: Schemas): boolean {
  let at = member;
  for (let hops = 0; hops < 32 && isObject(at); hops++) {
    if (at[mark] === true) return true;
    at = targetOf(at, schemas);
  }
  return false;
}

/** The components that have marked properties, or that refer to one that has. */
function differingNames(schemas: Schemas): string[] {
  const users = new Map<string, string[]>();
  const open: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const { references, isMarked } = surveyed(schema);
    if (isMarked) open.push(name);
    for (const to of references) users.set(to, [...(users.get(to) ?? []), name]);
  }
  const found = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...(users.get(name) ?? []));
  }
  return [...found].sort();
}

function surveyed(schema: Schema): { references: ReadonlySet<string>; isMarked: boolean } {
  const references = new Set<string>();
  let isMarked = false;
  walk(schema);
  return { references, isMarked };

  function walk(at: Schema): Schema {
    if (!isObject(at)) return at;
    if (at.readOnly === true || at.writeOnly === true) isMarked = true;
    const name = referencedSchema(at.$ref);
    if (name !== undefined) references.add(name);
    for (const keyword of IN_PLACE) for (const branch of branchesOf(at, keyword)) walk(branch);
    nested(at, walk);
    return at;
  }
}

function freeName(stem: string, schemas: Schemas): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}${number}`;
    if (!Object.hasOwn(schemas, name)) return name;
  }
}
