import type { Model, Operation } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';

const STYLES = {
  offset: ['o', 'limit', 'offset'],
  page: ['p', 'page_size', 'page_no'],
  cursor: ['c', 'limit', 'cursor'],
} as const;

/**
 * The token `p=` of a list's row: a letter for the style, then where the answer holds the rows, the total, whether there
 * are more and the next cursor, then the arguments for size and position and the number of the first page where they are
 * not the style's usual ones; what is empty at the end is left out. Read by `src/base/operation-row.ts`.
 */
export function pagingToken({ pagination }: Operation): string | undefined {
  if (pagination === undefined) return undefined;
  const { style, items, total, more, next, limit, size, offset, page, cursor, first } = pagination;
  const [letter, usualSize, usualPosition] = STYLES[style];
  const sizeName = size ?? limit;
  const position = offset ?? page ?? cursor;
  const parts = [
    letter,
    items,
    total,
    more,
    next,
    sizeName === usualSize ? undefined : sizeName,
    position === usualPosition ? undefined : position,
    first?.toString(),
  ].map((part) => encodeURIComponent(part ?? ''));
  while (parts.at(-1) === '') parts.pop();
  return `p=${parts.join(',')}`;
}

const LOCAL_SCHEMA = '#/components/schemas/';

/** The type of a list's rows, and the result with that type's name in it where the specification has no name for it. */
export interface ListTypes {
  readonly item: Schema;
  readonly result: Schema;
  /** The rows' own schema, where it needs a declaration. */
  readonly declared: Schema | undefined;
}

/** Finds the rows of a list in its result; `name` is what their type is called unless the specification names it. */
export function listTypes(model: Model, operation: Operation, name: string): ListTypes | undefined {
  const { pagination, result } = operation;
  if (pagination === undefined || result === undefined) return undefined;
  const named: Schema = { $ref: LOCAL_SCHEMA + name };
  const path = String(pagination.items).split('.');
  let list: Schema | undefined = result;
  for (const part of path) list = resolve(model, list)?.properties?.[part];
  const item = resolve(model, list)?.items;
  if (!isObject(item)) return { item: {}, result, declared: undefined };
  if (item.$ref !== undefined) return { item, result, declared: undefined };
  return { item: named, result: withItems(result, path, named), declared: item };
}

function resolve(model: Model, schema: Schema | undefined): Schema | undefined {
  const { $ref } = schema ?? {};
  return $ref === undefined ? schema : model.schemas[$ref.slice(LOCAL_SCHEMA.length)];
}

/** A copy with other rows; the same object where a reference stands in the way. */
function withItems(schema: Schema, [name, ...rest]: readonly string[], items: Schema): Schema {
  if (name === undefined) return { ...schema, items };
  const member = schema.properties?.[name];
  if (member === undefined) return schema;
  return { ...schema, properties: { ...schema.properties, [name]: withItems(member, rest, items) } };
}
