import { exactJson, isNumeric } from '../kit/exact-json.ts';
import { hasBatchRows } from '../spec/batch-rows.ts';
import { type Model, type Operation, resolve } from '../spec/model.ts';
import { isObject, type OperationObject, type Schema } from '../spec/openapi.ts';

/** One place in a request or an answer, as a consumer's types describe it. */
export interface PlaceShape {
  /** Types without `null`, sorted and separated by `|`; `unknown` if none is known. */
  readonly type: string;
  readonly isNullable: boolean;
  /** Whether it must be sent (argument) or is always present (answer). */
  readonly isRequired: boolean;
  /** The only values that it allows, as JSON. */
  readonly enum: readonly string[] | undefined;
  /** Known values of an open type, as JSON. */
  readonly known: readonly string[] | undefined;
  /** The value that applies if it is left out, as JSON. */
  readonly default: string | undefined;
  /** The unit or form of its values: `unix-seconds`, `fen` … */
  readonly format: string | undefined;
  readonly isDeprecated: boolean;
  /** Its limits by keyword. */
  readonly limits: Readonly<Record<string, number | bigint>>;
}

/** A list that is sent in several calls if it is too long for one. */
export interface SplitList {
  /** How many items one call takes. */
  readonly max: number;
  /** Where the answer holds the rows, and the field of a row that holds the item; empty if it has none. */
  readonly items: string;
  readonly key: string;
}

/** One operation or one pushed message, as a consumer of the package sees it. */
export interface OperationSurface {
  readonly kind: 'operation' | 'webhook';
  readonly path: string;
  /** The id of its documentation page, which stays the same if the path changes; undefined if unknown. */
  readonly page: string | undefined;
  readonly status: string | undefined;
  readonly seat: string | undefined;
  readonly bodyType: string | undefined;
  readonly safety: string;
  readonly effect: string;
  readonly limit: string;
  readonly envelope: string | undefined;
  readonly isDeprecated: boolean;
  /** How it pages, and where its items are; undefined if it is not a list. */
  readonly paging: { readonly items: string; readonly by: string } | undefined;
  /** The arguments whose long lists `.batches()` splits, and whether `.all()` puts the rows of the answers together. */
  readonly splits: { readonly lists: ReadonlyMap<string, SplitList>; readonly hasRows: boolean };
  /** A group of arguments that needs at least one member. */
  readonly group: readonly string[];
  /** Errors by name, with their codes. */
  readonly errors: ReadonlyMap<string, number>;
  /** Arguments by dotted path; `[]` stands for the items of a list. */
  readonly request: ReadonlyMap<string, PlaceShape>;
  readonly response: ReadonlyMap<string, PlaceShape>;
}

/** All operations by operationId, and all webhooks by event name. */
export type Surface = ReadonlyMap<string, OperationSurface>;

/** Collects what a consumer of the package sees of a specification. */
export function surfaceOf(model: Model): Surface {
  return new Map([
    ...model.operations.map((operation) => [operation.id, operationSurface(model, operation)] as const),
    ...Object.entries(model.document.webhooks ?? {}).flatMap(([event, { post }]) =>
      post === undefined ? [] : [[event, webhookSurface(model, event, post)] as const],
    ),
  ]);
}

function webhookSurface(model: Model, event: string, object: OperationObject): OperationSurface {
  const message = new Map<string, PlaceShape>();
  const body = object.requestBody && resolve(model.document, object.requestBody);
  const schema = Object.values(body?.content ?? {})[0]?.schema;
  if (schema) addMembers(model, message, '', resolve(model.document, schema), []);
  return {
    ...headOf('webhook', object),
    path: event,
    bodyType: undefined,
    safety: '',
    effect: '',
    limit: '',
    envelope: undefined,
    paging: undefined,
    splits: { lists: new Map(), hasRows: false },
    group: [],
    errors: new Map(),
    request: new Map(),
    response: message,
  };
}

type Head = Pick<OperationSurface, 'kind' | 'page' | 'status' | 'seat' | 'isDeprecated'>;

function headOf(kind: Head['kind'], object: OperationObject): Head {
  const page: unknown = object['x-page'];
  const id = isObject(page) && typeof page.id === 'string' ? page.id : 'unknown';
  return {
    kind,
    page: id === 'unknown' ? undefined : id,
    status: textOf(object['x-status']),
    seat: textOf(object['x-seat']),
    isDeprecated: object.deprecated === true,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
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
  const group = operation.object['x-oneOf-required'];
  return {
    ...headOf('operation', operation.object),
    path: `${operation.method.toUpperCase()} ${operation.path}`,
    bodyType: operation.body?.mediaType,
    safety: operation.safety,
    effect: operation.effect,
    limit: operation.limit,
    envelope: operation.envelope?.name,
    paging: operation.pagination && pagingOf(operation.pagination),
    splits: { lists: splitsOf(operation), hasRows: hasBatchRows(operation) },
    group: Array.isArray(group) ? group.map(String).sort() : [],
    errors: new Map(operation.errors.map(({ name, code }) => [name, code])),
    request,
    response,
  };
}

function pagingOf({ items, ...by }: NonNullable<Operation['pagination']>): OperationSurface['paging'] {
  const parts = Object.entries(by).map(([part, value]) => `${part} ${value}`);
  return { items: String(items), by: parts.sort().join(', ') };
}

function splitsOf({ batches }: Operation): ReadonlyMap<string, SplitList> {
  return new Map(batches.map(({ argument, max, items = '', key = '' }) => [argument, { max, items, key }]));
}

type Places = Map<string, PlaceShape>;

function addMembers(
  model: Model,
  places: Places,
  below: string,
  schema: Schema,
  inside: readonly Schema[],
): void {
  // A schema that contains itself is described at its first occurrence.
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
    enum: listOf(schema.enum),
    known: listOf(schema['x-known-values']),
    default: schema.default === undefined ? undefined : exactJson(schema.default),
    format: textOf(schema.format),
    isDeprecated: schema.deprecated === true,
    limits: Object.fromEntries(
      Object.entries(schema).filter((entry): entry is [string, number | bigint] => {
        return LIMITS.includes(entry[0]) && isNumeric(entry[1]);
      }),
    ),
  });
  if (isObject(schema.items)) addPlace(model, places, `${path}[]`, schema.items, true, inside);
  addMembers(model, places, path, schema, inside);
}

const LIMITS = [
  ...['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'],
  ...['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'x-max-bytes'],
];

function listOf(values: unknown): readonly string[] | undefined {
  return Array.isArray(values) ? values.map((value) => exactJson(value)).sort() : undefined;
}

function typesOf(schema: Schema): string[] {
  if (schema['x-exact'] === true)
    return ['exact integer', ...([schema.type].flat().includes('null') ? ['null'] : [])];
  const types = [schema.type].flat().filter((type): type is string => typeof type === 'string');
  if (types.length > 0) return types;
  return schema.properties ? ['object'] : [];
}
