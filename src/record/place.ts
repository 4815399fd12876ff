/** A schema of the bundle, with the keywords that recording needs. */
export interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly 'x-known-values'?: readonly unknown[];
}

/** A place in an answer: every schema that describes the value there, with references followed. */
export type Place = readonly Schema[];

const LOCAL = '#/components/schemas/';

/** Collects the schemas of a place, with the targets of their references and all their branches. */
export function placeOf(schemas: readonly Schema[], components: Readonly<Record<string, Schema>>): Place {
  const found = new Set<Schema>();
  const visit = (schema: Schema) => {
    if (found.has(schema)) return;
    found.add(schema);
    const name = schema.$ref?.startsWith(LOCAL) ? schema.$ref.slice(LOCAL.length) : undefined;
    const target = name !== undefined && Object.hasOwn(components, name) ? components[name] : undefined;
    if (target !== undefined) visit(target);
    for (const branch of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
      visit(branch);
  };
  for (const schema of schemas) visit(schema);
  return [...found];
}

/** The schemas of a field by its name; none if the name is not documented here. */
export function fieldSchemas(place: Place, name: string): Schema[] {
  return place.flatMap(({ properties = {} }) =>
    Object.hasOwn(properties, name) ? [properties[name] ?? {}] : [],
  );
}

/** The schemas of the members of a map, whose keys are data. */
export function memberSchemas(place: Place): Schema[] {
  return place.flatMap(({ additionalProperties: additional }) =>
    typeof additional === 'object' ? [additional] : [],
  );
}

/** The schemas of a list's items. */
export function itemSchemas(place: Place): Schema[] {
  return place.flatMap(({ items }) => (items === undefined ? [] : [items]));
}

/** The values that the specification lists here, whether it calls the list closed or not. */
export function listedValues(place: Place): unknown[] {
  return place.flatMap((schema) => [
    ...(schema.enum ?? []),
    ...(schema['x-known-values'] ?? []),
    ...(schema.const === undefined ? [] : [schema.const]),
  ]);
}
