import type { Model, Operation } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';
import { referencedSchema, schemaReference } from '../spec/pointer.ts';

const STYLES = {
  offset: ['o', 'limit', 'offset', 0],
  page: ['p', 'page_size', 'page_no', 1],
  cursor: ['c', 'limit', 'cursor', undefined],
} as const;

type Pagination = NonNullable<Operation['pagination']>;

/**
 * The token `p=` of a list's row: a letter for the style; then the paths of the rows, the total, the flag for more
 * pages and the next cursor in the answer; then the arguments for size and position and the number of the first page,
 * unless they are the defaults of the style. Empty parts at the end are omitted. `src/base/operation-row.ts` parses it.
 */
export function pagingToken({ pagination }: Operation): string | undefined {
  if (pagination === undefined) return undefined;
  const { style, items, total, more, next, first } = pagination;
  const [letter, usualSize, usualPosition] = STYLES[style];
  const { size, position } = pagingArguments(pagination);
  const parts = [
    letter,
    items,
    total,
    more,
    next,
    size === usualSize ? undefined : size,
    position === usualPosition ? undefined : position,
    first?.toString(),
  ].map((part) => encodeURIComponent(part ?? ''));
  while (parts.at(-1) === '') parts.pop();
  return `p=${parts.join(',')}`;
}

/** The arguments for the size and the position of a page, and the position of the first page, which a cursor lacks. */
export function pagingArguments(pagination: Pagination) {
  const { style, limit, size, offset, page, cursor, first } = pagination;
  const [, usualSize, usualPosition, usualFirst] = STYLES[style];
  return {
    size: size ?? limit ?? usualSize,
    position: offset ?? page ?? cursor ?? usualPosition,
    first: first ?? usualFirst,
  };
}

/** The type of a list's rows, and the result, which names that type if the specification has no name for it. */
export interface ListTypes {
  readonly item: Schema;
  readonly result: Schema;
  /** The schema of the rows, if it needs a declaration. */
  readonly declared: Schema | undefined;
}

/** Finds the rows of a list in its result. `name` is the name of their type unless the specification names it. */
export function listTypes(model: Model, operation: Operation, name: string): ListTypes | undefined {
  const { pagination, result } = operation;
  if (pagination === undefined || result === undefined) return undefined;
  const named: Schema = { $ref: schemaReference(name) };
  const path = String(pagination.items).split('.');
  let list: Schema | undefined = result;
  for (const part of path) list = resolve(model, list)?.properties?.[part];
  const item = resolve(model, list)?.items;
  if (!isObject(item)) return { item: {}, result, declared: undefined };
  if (item.$ref !== undefined) return { item, result, declared: undefined };
  return { item: named, result: withItems(result, path, named), declared: item };
}

function resolve(model: Model, schema: Schema | undefined): Schema | undefined {
  if (schema?.$ref === undefined) return schema;
  return model.schemas[referencedSchema(schema.$ref) ?? ''];
}

/** A copy with other rows; the same object if there is a reference on the path. */
function withItems(schema: Schema, [name, ...rest]: readonly string[], items: Schema): Schema {
  if (name === undefined) return { ...schema, items };
  const member = schema.properties?.[name];
  if (member === undefined) return schema;
  return { ...schema, properties: { ...schema.properties, [name]: withItems(member, rest, items) } };
}
