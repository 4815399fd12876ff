import { join } from 'node:path';
import type { Context } from '../../evidence/compare/context.ts';
import { facetsOf, propertiesOf } from '../../evidence/compare/facets.ts';
import { type Located, placeIn } from '../../evidence/compare/located.ts';
import { type Direction, walkSchemas } from '../../evidence/compare/walk.ts';
import { nameOf } from '../../spec/load.ts';
import type { Finding, Rule } from '../rule.ts';

const SAYS_ITS_TYPE = ['type', '$ref', 'oneOf', 'anyOf', 'allOf', 'const', 'enum'];

/** An unknown type is stated, so that nobody takes it for a forgotten one. */
export const unknownSaysSo: Rule = {
  code: 'unknown-says-so',
  sentence: 'A schema has a type, or says with x-unknown why it has none.',
  fix: 'write its type, or x-unknown: with the reason',
  check: (context) =>
    schemasOf(context)
      .filter(
        ({ schema }) =>
          schema.value['x-unknown'] === undefined &&
          !SAYS_ITS_TYPE.some((key) => schema.value[key] !== undefined),
      )
      .map(({ schema }) => ({ message: `${nameOfSchema(schema)} has no type`, place: placeIn(schema) })),
};

/** A misspelt name in `required` would demand a field that does not exist. */
export const requiredExists: Rule = {
  code: 'required-exists',
  sentence:
    'Each name in required is a property of the same object, and each name in x-oneOf-required is an argument of the operation.',
  fix: 'correct the name, or add the property',
  check: (context) => {
    const inSchemas = schemasOf(context).flatMap(({ schema }) => {
      const names = propertiesOf(facetsOf(context.spec, schema));
      return unknownNames(schema, 'required', new Set(names.keys()), 'a property');
    });
    const inOperations = context.operations.flatMap(({ located, parameters, body }) => {
      const fields =
        body?.schema === undefined ? [] : propertiesOf(facetsOf(context.spec, body.schema)).keys();
      return unknownNames(
        located,
        'x-oneOf-required',
        new Set([...parameters.map(({ name }) => name), ...fields]),
        'an argument',
      );
    });
    return [...inSchemas, ...inOperations];
  },
};

/** A schema that nothing refers to is never compared with a page. */
export const schemaUsed: Rule = {
  code: 'schema-used',
  sentence: 'Each file below schemas/ is used by an operation or a webhook.',
  fix: 'refer to it, or delete the file',
  check: (context) => {
    const reached = new Set(schemasOf(context).map(({ schema }) => schema.source.path));
    return context.spec.files
      .list(join(context.folder, 'schemas'))
      .filter((path) => !reached.has(path))
      .map((path) => ({
        message: `nothing refers to ${nameOf(path)}`,
        place: { file: nameOf(path), line: 1, column: 1 },
      }));
  },
};

/** The vendor adds values to answers without notice; a closed list would refuse them. */
export const enumInRequests: Rule = {
  code: 'enum-in-requests',
  sentence: 'An answer lists its values as x-known-values, which leaves the type open; enum is for requests.',
  fix: 'write x-known-values: instead of enum:; split a schema that both a request and an answer use',
  check: (context) =>
    schemasOf(context, 'answer')
      .filter(({ schema }) => schema.value.enum !== undefined)
      .map(({ schema }) => ({
        message: `${nameOfSchema(schema)} is in an answer, but its enum is a closed list`,
        place: placeIn(schema, 'enum'),
      })),
};

/**
 * Lists every schema once, even if requests and answers share it. With `only`, lists the schemas of that
 * direction.
 */
function schemasOf({ spec, operations, webhooks }: Context, only?: Direction): { schema: Located }[] {
  const found = new Map<unknown, { schema: Located }>();
  walkSchemas(spec, operations, webhooks, (schema, direction) => {
    if (only === undefined || only === direction) found.set(schema.value, { schema });
  });
  return [...found.values()];
}

function unknownNames(holder: Located, key: string, known: ReadonlySet<string>, what: string): Finding[] {
  const names = holder.value[key];
  if (!Array.isArray(names)) return [];
  return names.flatMap((name, index): Finding[] =>
    known.has(String(name))
      ? []
      : [
          {
            message: `${key} names ${JSON.stringify(name)}, which is not ${what}`,
            place: placeIn(holder, key, index),
          },
        ],
  );
}

function nameOfSchema(schema: Located): string {
  const structure = new Set([
    'schema',
    'items',
    'properties',
    'content',
    'application/json',
    'responses',
    'parameters',
  ]);
  const names = schema.keys
    .map(String)
    .filter((key, index) => !structure.has(key) || schema.keys[index - 1] === 'properties');
  const name = names.slice(-2).join('.');
  return name === '' ? schema.source.name : name;
}
