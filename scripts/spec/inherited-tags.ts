import { branchesOf, requiresProperty, type Schemas, targetOf } from './in-place.ts';
import { isObject, type Schema } from './openapi.ts';
import { referencedSchema, schemaReference } from './pointer.ts';

/**
 * Writes out what a discriminator says that stands on a base type without alternatives: each component with the base in its
 * `allOf` has the value of the mapping, or else its own name, in the distinguishing property, or that of a component which
 * extends it further. One that fixes the property itself stays. The base takes every value: OpenAPI does not say that its
 * subtypes are all there are.
 */
export function withInheritedTags(schemas: Schemas): Schemas {
  const children = childrenByParent(schemas);
  const parts = new Map<string, Schema[]>();
  for (const [base, { discriminator, oneOf, anyOf }] of Object.entries(schemas)) {
    if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') continue;
    if (oneOf !== undefined || anyOf !== undefined) continue;
    const { propertyName } = discriminator;
    const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
    const valuesOf = (name: string) => {
      const mapped = mapping.filter(([, target]) => target === name || target === schemaReference(name));
      return mapped.length > 0 ? mapped.map(([value]) => value) : [name];
    };
    for (const name of heirsOf(base, children)) {
      const family = [name, ...heirsOf(name, children)];
      const part = tagPart(schemas[name], propertyName, family.flatMap(valuesOf), schemas);
      if (part !== undefined) parts.set(name, [...(parts.get(name) ?? []), part]);
    }
  }
  if (parts.size === 0) return schemas;
  const tagged = [...parts].map(([name, own]) => {
    const schema = schemas[name] ?? {};
    return [name, { ...schema, allOf: [...branchesOf(schema, 'allOf'), ...own] }];
  });
  return { ...schemas, ...Object.fromEntries(tagged) };
}

function childrenByParent(schemas: Schemas): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const part of isObject(schema) ? branchesOf(schema, 'allOf') : []) {
      const parent = isObject(part) ? referencedSchema(part.$ref) : undefined;
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
    }
  }
  return children;
}

/** The components that extend another one, directly or not. */
function heirsOf(name: string, children: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(children.get(name) ?? [])];
  for (let heir = open.pop(); heir !== undefined; heir = open.pop()) {
    if (heir === name || found.has(heir)) continue;
    found.add(heir);
    open.push(...(children.get(heir) ?? []));
  }
  return found;
}

/** The part that fixes the property to some values; undefined if a declaration of it does so, or is no text. */
function tagPart(
  schema: Schema | undefined,
  name: string,
  values: readonly string[],
  schemas: Schemas,
): Schema | undefined {
  const declared = declarationsOf(schema, name, schemas, []);
  const isText = ({ type, const: fixed }: Schema) => type === 'string' && fixed === undefined;
  if (declared.length === 0 || !declared.every(isText)) return undefined;
  const possible = values.filter((value) =>
    declared.every(({ enum: known }) => known === undefined || known.includes(value)),
  );
  if (possible.length === 0 || declared.some(({ enum: known }) => known?.length === possible.length))
    return undefined;
  return {
    type: 'object',
    properties: { [name]: possible.length === 1 ? { const: possible[0] } : { enum: possible } },
    ...(requiresProperty(schema, name, schemas) && { required: [name] }),
  };
}

/** Every schema that a component and the parts of its `allOf` have for a property. References are followed. */
function declarationsOf(
  schema: Schema | undefined,
  name: string,
  schemas: Schemas,
  seen: readonly Schema[],
): Schema[] {
  if (!isObject(schema) || seen.includes(schema)) return [];
  const deeper = [...seen, schema];
  const { properties = {} } = schema;
  const own = Object.hasOwn(properties, name) ? [followed(properties[name], schemas)] : [];
  const target = targetOf(schema, schemas);
  const parts = [...(target === undefined ? [] : [target]), ...branchesOf(schema, 'allOf')];
  return [...own, ...parts.flatMap((part) => declarationsOf(part, name, schemas, deeper))];
}

function followed(schema: Schema | undefined, schemas: Schemas): Schema {
  let at = schema;
  for (let hops = 0; hops < 32 && at?.$ref !== undefined; hops++) at = targetOf(at, schemas);
  return isObject(at) ? at : {};
}
