import { facetsOf, itemsOf, keywordOf, propertiesOf, typeOfSchema } from '../../evidence/compare/facets.ts';
import { child, type Located, placeIn } from '../../evidence/compare/located.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { type Filter, type Ordering, parseSelection } from '../../spec/filters.ts';
import type { Spec } from '../../spec/load.ts';
import type { Finding, Rule } from '../rule.ts';

/** The sandbox filters and sorts by `x-filters` and `x-order`; a wrong word there selects nothing, or everything. */
export const filtersHold: Rule = {
  code: 'filters-hold',
  sentence:
    'x-filters and x-order name arguments of a list and fields of its rows; a field that the answer does not show is marked unseen.',
  fix: 'write x-filters: {argument: field}, as docs/specification.md has it',
  check: ({ spec, operations }) => operations.flatMap((operation) => wrong(spec, operation)),
};

function wrong(spec: Spec, operation: Operation): Finding[] {
  const { located, url } = operation;
  if (located.value['x-filters'] === undefined && located.value['x-order'] === undefined) return [];
  const { filters, order } = parseSelection(located.value);
  const row = rowOf(spec, operation);
  if (row === undefined) {
    const key = located.value['x-filters'] === undefined ? 'x-order' : 'x-filters';
    return [{ message: `${url} has no list, or several, and no x-pagination`, place: placeIn(located, key) }];
  }
  const found = Object.entries(filters).flatMap(([name, filter]) =>
    (typeof filter === 'string'
      ? [filter]
      : wrongFilter(spec, operation, row, { argument: name, cases: { '*': filter } })
    ).map((message): Finding => ({ message, place: placeIn(located, 'x-filters', name) })),
  );
  const messages = typeof order === 'string' ? [order] : order ? wrongOrder(spec, operation, row, order) : [];
  return [...found, ...messages.map((message) => ({ message, place: placeIn(located, 'x-order') }))];
}

function wrongFilter(spec: Spec, operation: Operation, row: Located, filter: Filter): string[] {
  if ('field' in filter) return wrongField(spec, row, filter);
  const { argument, cases } = filter;
  const values = Object.keys(cases).filter((value) => value !== '*' && value !== '');
  return [
    ...wrongArgument(spec, operation, argument, values),
    ...Object.values(cases).flatMap((inner) => wrongFilter(spec, operation, row, inner)),
  ];
}

function wrongOrder(
  spec: Spec,
  operation: Operation,
  row: Located,
  { argument, orders }: Ordering,
): string[] {
  const values = Object.keys(orders).filter(Boolean);
  return [
    ...(argument === undefined ? [] : wrongArgument(spec, operation, argument, values)),
    ...[...new Set(Object.values(orders).flatMap((order) => wrongField(spec, row, order)))],
  ];
}

function wrongArgument(spec: Spec, operation: Operation, name: string, values: readonly string[]): string[] {
  const { body, parameters, url } = operation;
  const fields = body?.schema === undefined ? undefined : propertiesOf(facetsOf(spec, body.schema));
  const schema = fields?.get(name) ?? parameters.find((parameter) => parameter.name === name)?.schema;
  if (schema === undefined) return [`${url} takes no argument ${exactJson(name)}`];
  const allowed = keywordOf(facetsOf(spec, schema), 'enum');
  const texts = Array.isArray(allowed) ? allowed.map(String) : undefined;
  return values
    .filter((value) => texts && !texts.includes(value))
    .map((value) => `${name} of ${url} is never ${exactJson(value)}`);
}

function wrongField(
  spec: Spec,
  row: Located,
  { field, unseen }: { readonly field: string; readonly unseen?: true },
): string[] {
  let found: Located | undefined = row;
  for (const name of field.split('.')) {
    const inner: Located | undefined = found && (itemsOf(facetsOf(spec, found)) ?? found);
    found = inner && propertiesOf(facetsOf(spec, inner)).get(name);
  }
  if (found === undefined && !unseen)
    return [`the rows have no field ${exactJson(field)}; write "unseen ${field}" if they do not show it`];
  if (found !== undefined && unseen)
    return [`the rows show the field ${exactJson(field)}; leave "unseen" out`];
  return [];
}

/** The rows of a list: at the path of `x-pagination`, or else in the only list of the answer. */
function rowOf(spec: Spec, { answer, located }: Operation): Located | undefined {
  if (answer === undefined) return undefined;
  const path = child(located, 'x-pagination')?.value.items;
  if (path === undefined) {
    const lists = [...propertiesOf(facetsOf(spec, answer)).values()].filter((field) => isList(spec, field));
    const [only, ...others] = lists;
    return only !== undefined && others.length === 0 ? itemsOf(facetsOf(spec, only)) : undefined;
  }
  let found: Located | undefined = answer;
  for (const name of String(path).split('.')) found = found && propertiesOf(facetsOf(spec, found)).get(name);
  return found && itemsOf(facetsOf(spec, found));
}

function isList(spec: Spec, schema: Located): boolean {
  return typeOfSchema(spec, schema)
    .split('|')
    .some((name) => name.startsWith('array'));
}
