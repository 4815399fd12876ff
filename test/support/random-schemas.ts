import fc from 'fast-check';

type Part = Readonly<Record<string, unknown>>;
/** A schema as it may stand in a document of OpenAPI: an object or, in 3.1, a boolean. */
export type AnySchema = Part | boolean;

/** Which document the schemas stand in: 3.0 has `nullable`, and 3.1 has `null`, lists of types, tuples and `const`. */
export type Version = '3.0.3' | '3.1.0';

/** A schema, two more that it may refer to as `A` and `B`, and values to try. */
export interface SchemaCase {
  readonly root: AnySchema;
  readonly A: AnySchema;
  readonly B: AnySchema;
  readonly values: readonly unknown[];
}

/** The names of properties, in schemas and in values. */
export const NAMES = ['a', 'b', 'c', 'd-e', 'k', 'xa'] as const;
const PRIMITIVES = ['string', 'integer', 'number', 'boolean'] as const;
const SCALARS = ['', 'x', 'cat', 'dog', 0, 1, -2, 1.5, true, false] as const;

const name = fc.constantFrom(...NAMES.slice(0, 5));
const scalar = fc.constantFrom<unknown>(...SCALARS);
const deepValue = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.dictionary(name, scalar, { maxKeys: 2, noNullPrototype: true }) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
);

/** A random case for a document of a version. */
export function schemaCase(version: Version): fc.Arbitrary<SchemaCase> {
  const is31 = version === '3.1.0';
  const { schema, member } = fc.letrec<{ schema: AnySchema; member: AnySchema }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'xsmall', maxDepth: 2 },
      leaf(is31),
      object(tie('member') as fc.Arbitrary<AnySchema>, tie('schema') as fc.Arbitrary<AnySchema>, is31),
      array(tie('schema') as fc.Arbitrary<AnySchema>, is31),
      composition(tie('schema') as fc.Arbitrary<AnySchema>, tie('member') as fc.Arbitrary<AnySchema>),
      ...(is31 ? [listOfTypes(tie('member') as fc.Arbitrary<AnySchema>)] : []),
      ...(is31
        ? []
        : [
            (tie('schema') as fc.Arbitrary<AnySchema>).map((inner) =>
              typeof inner === 'object' ? { ...inner, nullable: true } : inner,
            ),
          ]),
    ),
    member: fc
      .tuple(
        tie('schema') as fc.Arbitrary<AnySchema>,
        fc.constantFrom('', '', '', '', 'readOnly', 'writeOnly'),
      )
      .map(([inner, mark]) =>
        mark === '' || typeof inner === 'boolean' ? inner : { ...inner, [mark]: true },
      ),
  }));
  const plainObject = object(
    fc.constantFrom(...PRIMITIVES).map((type): AnySchema => ({ type })),
    schema,
    is31,
  );
  const tagged = fc.constantFrom<AnySchema>(
    { type: 'string' },
    { type: 'string' },
    { enum: ['cat', 'dog'], type: 'string' },
    { $ref: 'S' },
    { enum: ['cat'] },
  );
  const animal = fc.tuple(object(member, schema, is31), tagged).map(([part, tag]): AnySchema => {
    const { properties, ...rest } = part as { properties: Part };
    return { ...rest, properties: { ...properties, k: tag } };
  });
  return fc
    .oneof(
      { weight: 7, arbitrary: fc.record({ root: schema, A: target(schema), B: target(schema) }) },
      { weight: 2, arbitrary: fc.record({ root: plainObject, A: target(schema), B: target(schema) }) },
      { weight: 1, arbitrary: fc.record({ root: discriminated, A: animal, B: animal }) },
      {
        weight: 1,
        arbitrary: fc.record({
          root: heirOf(fc.constant('A')),
          A: base(animal),
          B: heirOf(fc.constantFrom('A', 'S')),
        }),
      },
    )
    .filter((schemas) => !isEndless(schemas))
    .chain((schemas) =>
      fc
        .array(valueFor(schemas.root, schemas, 0), { minLength: 3, maxLength: 7 })
        .map((values) => ({ ...schemas, values })),
    );

  function heirOf(parent: fc.Arbitrary<string>): fc.Arbitrary<AnySchema> {
    return fc
      .tuple(parent, fc.array(fc.oneof(plainObject, animal), { maxLength: 1 }))
      .map(([to, parts]) => ({ allOf: [{ $ref: to }, ...parts] }));
  }

  function target(schema: fc.Arbitrary<AnySchema>): fc.Arbitrary<AnySchema> {
    return fc.oneof(schema, object(member, schema, is31));
  }
}

function leaf(is31: boolean): fc.Arbitrary<AnySchema> {
  const primitive = fc.constantFrom(...PRIMITIVES).map((type): AnySchema => ({ type }));
  const values = fc.array(deepValue, { minLength: 1, maxLength: 4 });
  return fc.oneof(
    { weight: 6, arbitrary: primitive },
    { weight: 2, arbitrary: values.map((list): AnySchema => ({ enum: list })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(values, fc.constantFrom('string', 'integer', 'object', 'array'))
        .map(([list, type]): AnySchema => ({ type, enum: list })),
    },
    { weight: 1, arbitrary: fc.constantFrom<AnySchema>({}, { description: 'Anything.' }, { not: {} }) },
    { weight: 3, arbitrary: reference(is31) },
    {
      weight: 1,
      arbitrary: primitive.map((inner): AnySchema => ({ not: inner })),
    },
    ...(is31
      ? [
          { weight: 2, arbitrary: deepValue.map((value): AnySchema => ({ const: value })) },
          { weight: 1, arbitrary: fc.boolean() },
          { weight: 1, arbitrary: fc.constant<AnySchema>({ type: 'null' }) },
        ]
      : []),
  );
}

function reference(is31: boolean): fc.Arbitrary<AnySchema> {
  const plain = fc.constantFrom('A', 'B', 'S').map((to): AnySchema => ({ $ref: to }));
  if (!is31) return plain;
  const beside = fc
    .tuple(plain, fc.uniqueArray(name, { minLength: 1, maxLength: 2 }))
    .map(([part, required]): AnySchema => ({ ...(part as Part), required }));
  return fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: beside });
}

function object(
  member: fc.Arbitrary<AnySchema>,
  schema: fc.Arbitrary<AnySchema>,
  is31: boolean,
): fc.Arbitrary<AnySchema> {
  return fc
    .record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, member, { maxKeys: 3, noNullPrototype: true }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), schema),
        ...(is31 && { patternProperties: schema.map((inner) => ({ '^x': inner })) }),
      },
      { requiredKeys: ['properties'] },
    )
    .map((part): AnySchema => {
      const { required, ...rest } = part as Part;
      return Array.isArray(required) && required.length === 0 ? rest : part;
    });
}

function array(schema: fc.Arbitrary<AnySchema>, is31: boolean): fc.Arbitrary<AnySchema> {
  const list = fc
    .record(
      {
        type: fc.constant('array'),
        items: schema.filter((inner) => is31 || typeof inner === 'object'),
        minItems: fc.integer({ min: 0, max: 2 }),
        maxItems: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ['items'] },
    )
    .map((part): AnySchema => part);
  if (!is31) return list;
  const tuple = fc
    .record(
      {
        type: fc.constant('array'),
        prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
        items: fc.oneof(fc.boolean(), schema),
        minItems: fc.integer({ min: 0, max: 3 }),
        maxItems: fc.integer({ min: 0, max: 3 }),
      },
      { requiredKeys: ['type', 'prefixItems'] },
    )
    .map((part): AnySchema => part);
  return fc.oneof({ weight: 3, arbitrary: list }, { weight: 1, arbitrary: tuple });
}

function listOfTypes(member: fc.Arbitrary<AnySchema>): fc.Arbitrary<AnySchema> {
  const type = fc.uniqueArray(fc.constantFrom(...PRIMITIVES, 'null', 'object', 'array'), {
    minLength: 1,
    maxLength: 3,
  });
  return fc
    .record(
      {
        type,
        properties: fc.dictionary(name, member, { maxKeys: 2, noNullPrototype: true }),
        items: member.filter((inner) => typeof inner === 'object'),
        allOf: fc.array(member, { minLength: 1, maxLength: 1 }),
      },
      { requiredKeys: ['type'] },
    )
    .map((part): AnySchema => part);
}

function composition(
  schema: fc.Arbitrary<AnySchema>,
  member: fc.Arbitrary<AnySchema>,
): fc.Arbitrary<AnySchema> {
  const onlyRequired = fc
    .uniqueArray(name, { minLength: 1, maxLength: 2 })
    .map((required): AnySchema => ({ required }));
  const branch = fc.oneof({ weight: 4, arbitrary: schema }, { weight: 1, arbitrary: onlyRequired });
  return fc
    .record(
      {
        keyword: fc.constantFrom('allOf', 'allOf', 'anyOf', 'oneOf'),
        branches: fc.array(branch, { minLength: 1, maxLength: 3 }),
        type: fc.constant('object'),
        properties: fc.dictionary(name, member, { maxKeys: 2, noNullPrototype: true }),
        required: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['keyword', 'branches'] },
    )
    .map((part): AnySchema => {
      const { keyword, branches, ...rest } = part as Part;
      return { ...rest, [String(keyword)]: branches };
    });
}

/** Whether a schema is nothing but references that lead back to it. Such a document is refused. */
function isEndless({ root, A, B }: Omit<SchemaCase, 'values'>): boolean {
  const named: Readonly<Record<string, AnySchema>> = { S: root, A, B };
  return Object.keys(named).some((start) => {
    let at: AnySchema | undefined = named[start];
    for (let hops = 0; hops < 4; hops++) {
      if (typeof at !== 'object' || typeof at.$ref !== 'string') return false;
      at = named[at.$ref];
    }
    return true;
  });
}

/** A union of two objects that the value of `k` tells apart: by mapping, by name, or by the objects' own constants. */
const discriminated: fc.Arbitrary<AnySchema> = fc
  .tuple(fc.constantFrom('oneOf', 'anyOf'), fc.constantFrom('mapping', 'names', 'both'))
  .map(([keyword, kind]) => ({
    [keyword]: [{ $ref: 'A' }, { $ref: 'B' }],
    discriminator: {
      propertyName: 'k',
      ...(kind !== 'names' && { mapping: { cat: 'A', ...(kind === 'both' && { dog: 'B' }) } }),
    },
  }));

/** A base type whose heirs the value of `k` tells apart. */
function base(animal: fc.Arbitrary<AnySchema>): fc.Arbitrary<AnySchema> {
  const mapping = fc.constantFrom({ cat: 'S' }, { cat: 'S', dog: 'B' }, { cat: 'S', dog: 'S' }, { dog: 'B' });
  return fc.tuple(animal, mapping).map(([part, names]) => ({
    ...(part as Part),
    discriminator: { propertyName: 'k', mapping: names },
  }));
}

/** Values that a schema is likely to accept, or to refuse for one reason. */
function valueFor(schema: AnySchema, all: Omit<SchemaCase, 'values'>, depth: number): fc.Arbitrary<unknown> {
  const anything = fc.oneof(
    deepValue,
    fc.dictionary(fc.constantFrom(...NAMES), deepValue, { maxKeys: 3, noNullPrototype: true }),
  );
  const likely = likelyOf(schema, all, depth);
  return likely === undefined
    ? anything
    : fc.oneof({ weight: 9, arbitrary: likely }, { weight: 1, arbitrary: anything });
}

function likelyOf(
  schema: AnySchema,
  all: Omit<SchemaCase, 'values'>,
  depth: number,
): fc.Arbitrary<unknown> | undefined {
  if (typeof schema === 'boolean' || depth > 5) return undefined;
  const at = (inner: unknown) => valueFor(inner as AnySchema, all, depth + 1);
  const { $ref, enum: listed, allOf } = schema;
  const alternatives = [schema.oneOf, schema.anyOf].flatMap((branches) => (branches ?? []) as AnySchema[]);
  const choices: fc.Arbitrary<unknown>[] = [
    ...(schema.nullable === true ? [fc.constant(null)] : []),
    ...(typeof $ref === 'string' ? [at($ref === 'S' ? all.root : all[$ref as 'A' | 'B'])] : []),
    ...('const' in schema ? [fc.constant(schema.const)] : []),
    ...(Array.isArray(listed) ? [fc.constantFrom(...listed)] : []),
    ...alternatives.map(at),
  ];
  const own = 'properties' in schema || 'required' in schema ? [objectOf(schema, at)] : [];
  const parts = Array.isArray(allOf) ? allOf.map(at) : [];
  if (parts.length > 0) return fc.oneof(...choices, merged([...parts, ...own]));
  if (own.length > 0 && choices.length > 0) return merged([fc.oneof(...choices), ...own]);
  const types = listed === undefined ? [schema.type ?? (own.length > 0 ? 'object' : [])].flat() : [];
  choices.push(...types.map((type) => valueOfType(String(type), schema, at)));
  return choices.length === 0 ? undefined : fc.oneof(...choices);
}

function valueOfType(
  type: string,
  schema: Part,
  at: (inner: unknown) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return fc.constantFrom('', 'x', 'cat');
    case 'integer':
      return fc.constantFrom(0, 1, -2);
    case 'number':
      return fc.constantFrom(0, 1.5);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const first = ((schema.prefixItems as unknown[] | undefined) ?? []).map(at);
      const rest = fc.array(at(schema.items ?? true), { maxLength: 2 });
      return fc
        .tuple(fc.tuple(...first), rest, fc.nat(3))
        .map(([head, tail, cut]) => (cut === 0 ? head.slice(0, 1) : [...head, ...tail]));
    }
    default:
      return objectOf(schema, at);
  }
}

function objectOf(schema: Part, at: (inner: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Part;
  const required = (schema.required ?? []) as readonly string[];
  const additional = schema.additionalProperties ?? true;
  const model = Object.fromEntries([
    ...required.map((key) => [key, at(additional)]),
    ...Object.entries(properties).map(([key, inner]) => [key, at(inner)]),
    ...(additional === false ? [] : [['xa', at(additional)]]),
  ]) as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(model, { requiredKeys: required.filter((key) => key in model), noNullPrototype: true });
}

function merged(parts: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.tuple(...parts).map((values) => {
    const areObjects = values.every(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    );
    return areObjects ? Object.assign({}, ...values) : values[0];
  });
}
