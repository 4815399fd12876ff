import { type Model, type Operation, resolve } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';

/** One place of a request or an answer, as a consumer's types see it. */
export interface PlaceShape {
  /** Types without `null`, sorted and parted by `|`; `unknown` where nothing is known. */
  readonly type: string;
  readonly isNullable: boolean;
  /** Whether it must be sent, or is always there. */
  readonly isRequired: boolean;
  readonly enum: readonly string[] | undefined;
}

/** One operation as a consumer of the package sees it. */
export interface OperationSurface {
  readonly path: string;
  readonly safety: string;
  readonly limit: string;
  readonly envelope: string | undefined;
  readonly isDeprecated: boolean;
  readonly isList: boolean;
  /** Errors by name, with their codes. */
  readonly errors: ReadonlyMap<string, number>;
  /** Arguments by dotted path; `[]` stands for the items of a list. */
  readonly request: ReadonlyMap<string, PlaceShape>;
  readonly response: ReadonlyMap<string, PlaceShape>;
}

/** All operations by operationId. */
export type Surface = ReadonlyMap<string, OperationSurface>;

/** What a consumer of the package sees of a specification. */
export function surfaceOf(model: Model): Surface {
  return new Map(model.operations.map((operation) => [operation.id, operationSurface(model, operation)]));
}

function operationSurface(model: Model, operation: Operation): OperationSurface {
  const request = new Map<string, PlaceShape>();
  for (const parameter of operation.parameters) {
    const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {};
    addPlace(model, request, parameter.name, schema, parameter.required === true);
  }
  const body = operation.body && resolve(model.document, operation.body.schema);
  if (body?.properties === undefined) {
    if (operation.body) addPlace(model, request, 'body', operation.body.schema, operation.body.required);
  } else addMembers(model, request, '', body, []);
  const response = new Map<string, PlaceShape>();
  if (operation.result) addMembers(model, response, '', resolve(model.document, operation.result), []);
  return {
    path: `${operation.method.toUpperCase()} ${operation.path}`,
    safety: operation.safety,
    limit: operation.limit,
    envelope: operation.envelope?.name,
    isDeprecated: operation.object.deprecated === true,
    isList: operation.pagination !== undefined,
    errors: new Map(operation.errors.map(({ name, code }) => [name, code])),
    request,
    response,
  };
}

type Places = Map<string, PlaceShape>;

function addMembers(
  model: Model,
  places: Places,
  below: string,
  schema: Schema,
  inside: readonly Schema[],
): void {
  // A schema that holds itself is described where it stands first.
  if (inside.includes(schema)) return;
  const required = new Set(schema.required ?? []);
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    addPlace(model, places, below ? `${below}.${name}` : name, member, required.has(name), [
      ...inside,
      schema,
    ]);
  }
  for (const branch of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    addMembers(model, places, below, resolve(model.document, branch), [...inside, schema]);
}

function addPlace(
  model: Model,
  places: Places,
  path: string,
  given: Schema,
  isRequired: boolean,
  inside: readonly Schema[] = [],
): void {
  const schema = resolve(model.document, given);
  const types = typesOf(schema);
  places.set(path, {
    type:
      types
        .filter((type) => type !== 'null')
        .sort()
        .join('|') || 'unknown',
    isNullable: types.includes('null'),
    isRequired,
    enum: Array.isArray(schema.enum) ? schema.enum.map((value) => JSON.stringify(value)).sort() : undefined,
  });
  if (isObject(schema.items)) addPlace(model, places, `${path}[]`, schema.items, true, inside);
  addMembers(model, places, path, schema, inside);
}

function typesOf(schema: Schema): string[] {
  if (schema['x-exact'] === true)
    return ['exact integer', ...([schema.type].flat().includes('null') ? ['null'] : [])];
  const types = [schema.type].flat().filter((type): type is string => typeof type === 'string');
  if (types.length > 0) return types;
  return schema.properties ? ['object'] : [];
}
