import type { Condition, Endpoint, Endpoints, JsonSchema } from './endpoints.ts';
import { typeOf } from './sample.ts';
import { conditionsOf } from './select-rows.ts';
import { isTimeField } from './times.ts';
import type { VariedField } from './vary-rows.ts';

type Resolve = Endpoints['resolve'];

/** The fields that lists of the same rows filter or sort by. The first list decides which of them its rows show. */
export function variedFields(
  lists: readonly (readonly [endpoint: Endpoint | undefined, items: string])[],
  resolve: Resolve,
): VariedField[] {
  const known = new Map<string, VariedField>();
  for (const [at, [endpoint, items]] of lists.entries()) {
    for (const varied of endpoint ? fieldsOf(endpoint, items, resolve) : []) {
      if (!known.has(varied.field))
        known.set(varied.field, { ...varied, isShown: at === 0 && varied.isShown });
    }
  }
  return [...known.values()];
}

function fieldsOf(endpoint: Endpoint, items: string, resolve: Resolve): VariedField[] {
  const { request, answer } = endpoint;
  const row = schemaAt(answer, items, resolve);
  const filtered = Object.entries(request.filters ?? {}).flatMap(([argument, filter]) =>
    conditionsOf(filter)
      .filter(({ scope }) => !scope)
      .map((condition) => variedField(endpoint, argument, condition, row, resolve))
      // Rows of a value that no call knows to ask for would never be seen.
      .filter(
        ({ values, field }) => values.length > 0 || isTimeField(field) || !isRequired(request, argument),
      ),
  );
  const sorted = Object.values(request.order?.orders ?? {}).map(
    ({ field, unseen }): VariedField => ({
      field,
      isShown: !unseen,
      values: [],
      example: 0,
      isSearched: false,
    }),
  );
  return [...filtered, ...sorted];
}

function variedField(
  { request: { parameters, body } }: Endpoint,
  argument: string,
  { field, is, unseen, values = [] }: Condition,
  row: JsonSchema | undefined,
  resolve: Resolve,
): VariedField {
  const parameter = parameters.find(({ name }) => name === argument);
  const sent = resolve(parameter?.schema ?? body?.schema.properties?.[argument] ?? {});
  const item = resolve(sent.items ?? sent);
  const shown = row && schemaAt(row, field, resolve);
  const bodyExample = (body?.example as Readonly<Record<string, unknown>> | undefined)?.[argument];
  const [example = isNumber(item) ? 10_000 : undefined] = [parameter?.example ?? bodyExample].flat();
  const isFlag =
    (shown && typeOf(shown) === 'boolean') ||
    typeOf(item) === 'boolean' ||
    (values.length > 0 && values.every((value) => value === 'true' || value === 'false'));
  return {
    field,
    isShown: !unseen,
    values: isFlag ? [] : (shown?.enum ?? shown?.['x-known-values'] ?? item.enum ?? values),
    example: isFlag ? false : example,
    isSearched: is === 'contains',
  };
}

function isNumber(schema: JsonSchema): boolean {
  return ['integer', 'number'].includes(typeOf(schema) ?? '');
}

function isRequired({ parameters, body }: Endpoint['request'], argument: string): boolean {
  const names = body?.schema.required ?? [];
  return names.includes(argument) || parameters.some(({ name, required }) => required && name === argument);
}

/** The schema at a dotted path of an answer. A list on the way, or at its end, leads to its items. */
function schemaAt(schema: JsonSchema, path: string, resolve: Resolve): JsonSchema | undefined {
  let found: JsonSchema | undefined = schema;
  for (const name of path.split('.')) {
    const member: JsonSchema | undefined = found && memberOf(found, name, resolve);
    const known: JsonSchema | undefined = member && resolve(member);
    found = known?.items ? resolve(known.items) : known;
  }
  return found;
}

function memberOf(given: JsonSchema, name: string, resolve: Resolve): JsonSchema | undefined {
  const schema = resolve(given);
  const own = schema.properties?.[name];
  if (own) return own;
  for (const branch of schema.allOf ?? []) {
    const found = memberOf(branch, name, resolve);
    if (found) return found;
  }
  return undefined;
}
