import type { Diagnostic } from '../kit/diagnostic.ts';
import { branchesOf, IN_PLACE, type Schemas } from './in-place.ts';
import { isObject, type Schema } from './openapi.ts';
import { referencedSchema } from './pointer.ts';

/** A reference that describes the same value as the component that holds it, and where it stands in it. */
interface Link {
  readonly to: string;
  readonly path: readonly (string | number)[];
  /** Whether an alternative holds it. Otherwise the value has to fit the target in any case. */
  readonly isAlternative: boolean;
}

/**
 * Cuts circles of schemas that describe one and the same value, such as a base type that lists its subtypes in `oneOf`,
 * each of which has the base type in its `allOf`. No type can be written for them and no validator ends. A reference in
 * an `allOf` becomes the target's own members, without its alternatives; one in an alternative becomes the target's other
 * alternatives. Schemas that contain themselves as a property or an item are no circles and stay.
 * @param warn receives the component in which a circle was cut, and how.
 */
export function cutCircles(schemas: Schemas, warn: (name: string, finding: Diagnostic) => void): Schemas {
  const links = new Map(Object.entries(schemas).map(([name, schema]) => [name, linksOf(schema)] as const));
  const circular = [...links.keys()].filter((name) => reaches(links, name, name));
  if (circular.length === 0) return schemas;
  const cut: Record<string, Schema> = { ...schemas };
  // An alternative names the subtypes, which have to stay; so a subtype's reference to its base type goes first.
  const passes: readonly ((link: Link) => boolean)[] = [
    ({ isAlternative, path }) => !isAlternative && path.length > 0,
    ({ isAlternative }) => !isAlternative,
    () => true,
  ];
  for (const isDue of passes)
    for (const name of circular) for (const link of links.get(name) ?? []) cutLink(name, link, isDue);
  return cut;

  function cutLink(name: string, link: Link, isDue: (link: Link) => boolean): void {
    if (!isDue(link) || !reaches(links, link.to, name)) return;
    warn(name, finding(name, link));
    const leadsBack = (part: Schema) => linksOf(part).some(({ to }) => reaches(links, to, name));
    const target = schemas[link.to] ?? {};
    const rest = link.isAlternative ? otherAlternatives(target, leadsBack) : ownMembers(target, leadsBack);
    cut[name] = replaced(cut[name] ?? {}, link.path, rest);
    links.set(
      name,
      (links.get(name) ?? []).filter((kept) => kept !== link),
    );
  }
}

function finding(name: string, { to, path, isAlternative }: Link): Diagnostic {
  const instead = isAlternative ? 'its other alternatives' : 'its own members';
  return {
    code: 'circle',
    message: `the schema ${name} describes its own value by ${to}, which leads back to it (${path.join('.')}); read as ${instead}`,
    fix: `leave ${to} out there, or describe the value in a third schema that both refer to`,
  };
}

function linksOf(schema: Schema): Link[] {
  const found: Link[] = [];
  walk(schema, [], false);
  return found;

  function walk(at: unknown, path: Link['path'], isAlternative: boolean): void {
    if (!isObject(at)) return;
    const to = referencedSchema(at.$ref);
    if (to !== undefined) found.push({ to, path, isAlternative });
    for (const keyword of IN_PLACE) {
      const branches = at[keyword];
      if (!Array.isArray(branches)) continue;
      branches.forEach((branch, index) => {
        walk(branch, [...path, keyword, index], isAlternative || keyword !== 'allOf');
      });
    }
  }
}

function reaches(links: ReadonlyMap<string, readonly Link[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [...(from === to ? (links.get(from) ?? []).map((link) => link.to) : [from])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(links.get(at) ?? []).map((link) => link.to));
  }
  return false;
}

/** A schema without the parts that lead back to where it is referred to. */
function ownMembers(schema: Schema, leadsBack: (part: Schema) => boolean): Schema {
  const { $ref, discriminator, allOf, ...own } = schema;
  const kept = (allOf ?? []).filter((part) => !leadsBack(part));
  const copy: Record<string, unknown> = { ...own, ...(kept.length > 0 && { allOf: kept }) };
  for (const keyword of ['anyOf', 'oneOf'] as const)
    if (branchesOf(schema, keyword).some(leadsBack)) delete copy[keyword];
  return {
    ...copy,
    ...($ref !== undefined && !leadsBack({ $ref }) && { $ref }),
    ...(discriminator !== undefined && ('oneOf' in copy || 'anyOf' in copy) && { discriminator }),
  };
}

/** A schema without the alternatives that lead back to where it is referred to; nothing if no other is left. */
function otherAlternatives(schema: Schema, leadsBack: (part: Schema) => boolean): Schema {
  const { $ref } = schema;
  if ($ref !== undefined && leadsBack({ $ref })) return { not: {} };
  const copy: Record<string, unknown> = { ...schema };
  for (const keyword of IN_PLACE) {
    if (!(keyword in schema)) continue;
    const kept = branchesOf(schema, keyword).filter((part) => !leadsBack(part));
    if (kept.length === 0 && keyword !== 'allOf') return { not: {} };
    copy[keyword] = kept;
  }
  return copy;
}

/** A copy of a schema in which the reference at a path is replaced. What stands beside the reference stays. */
function replaced(schema: Schema, path: Link['path'], by: Schema): Schema {
  const [key, ...rest] = path;
  if (key === undefined) {
    const { $ref: _, ...beside } = schema;
    return Object.keys(beside).length === 0 ? by : { ...beside, allOf: [...(beside.allOf ?? []), by] };
  }
  const inner = (schema as Readonly<Record<string | number, unknown>>)[key];
  const [index, ...deeper] = rest;
  const branches = (inner as readonly Schema[]).map((branch, at) =>
    at === index ? replaced(branch, deeper, by) : branch,
  );
  return { ...schema, [key]: branches };
}
