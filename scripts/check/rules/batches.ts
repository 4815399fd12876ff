import { facetsOf, itemsOf, keywordOf, propertiesOf, typeOfSchema } from '../../evidence/compare/facets.ts';
import { child, children, type Located, placeIn } from '../../evidence/compare/located.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { exactJson } from '../../kit/exact-json.ts';
import type { Spec } from '../../spec/load.ts';
import type { Finding, Rule } from '../rule.ts';

/** A client splits a long list by what `x-batch` says; a wrong word there sends calls that the vendor refuses. */
export const batchesHold: Rule = {
  code: 'batches-hold',
  sentence:
    'x-batch names an array argument with its documented maximum, and where the answer has a row for each item, the list of the rows and the field that holds the item.',
  fix: 'write x-batch: {argument, max, items, key} as the schemas have them',
  check: ({ spec, operations }) =>
    operations.flatMap((operation) => batchesOf(operation).flatMap((batch) => wrong(spec, operation, batch))),
};

function batchesOf({ located }: Operation): readonly Located[] {
  const single = child(located, 'x-batch');
  return single === undefined ? children(located, 'x-batch') : [single];
}

function wrong(spec: Spec, operation: Operation, batch: Located): Finding[] {
  const { argument, max, items, key } = batch.value;
  const say = (name: string, message: string): Finding => ({ message, place: placeIn(batch, name) });
  const sent = argumentOf(spec, operation, String(argument));
  if (sent === undefined)
    return [say('argument', `${operation.url} takes no list called ${exactJson(argument)}`)];
  const found: Finding[] = [];
  const allowed = keywordOf(facetsOf(spec, sent), 'maxItems');
  if (allowed !== max)
    found.push(
      say(
        'max',
        `${operation.url} takes ${exactJson(allowed ?? 'any number')} of ${argument}, not ${exactJson(max)}`,
      ),
    );
  if (items === undefined)
    return key === undefined
      ? found
      : [...found, say('key', 'a key without items: there are no rows to have it')];
  const rows = operation.answer && listAt(spec, operation.answer, String(items).split('.'));
  if (rows === undefined) return [...found, say('items', `the answer has no list at ${exactJson(items)}`)];
  const row = itemsOf(facetsOf(spec, rows));
  const field = row === undefined ? undefined : propertiesOf(facetsOf(spec, row)).get(String(key));
  if (field === undefined)
    return [...found, say('key', `the rows of ${items} have no field ${exactJson(key)}`)];
  return found;
}

function argumentOf(spec: Spec, { body, parameters }: Operation, name: string): Located | undefined {
  const fields = body?.schema === undefined ? undefined : propertiesOf(facetsOf(spec, body.schema));
  const schema = fields?.get(name) ?? parameters.find((parameter) => parameter.name === name)?.schema;
  return schema !== undefined && isList(spec, schema) ? schema : undefined;
}

function listAt(spec: Spec, schema: Located, path: readonly string[]): Located | undefined {
  let found: Located | undefined = schema;
  for (const name of path) found = found && propertiesOf(facetsOf(spec, found)).get(name);
  return found !== undefined && isList(spec, found) ? found : undefined;
}

function isList(spec: Spec, schema: Located): boolean {
  return typeOfSchema(spec, schema)
    .split('|')
    .some((name) => name.startsWith('array'));
}
