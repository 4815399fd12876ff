import type { LimitName } from '../../evidence/facts/facts.ts';
import type { Diagnostic } from '../../kit/diagnostic.ts';
import { isNumeric } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Capture, CapturedContent } from './capture.ts';
import type { CapturedField } from './captured-field.ts';
import { withPlainNames } from './field-name.ts';
import { ignoredParameter } from './ignored-parameter.ts';
import { readIntro } from './page-intro.ts';
import { readStatus } from './page-status.ts';
import { itemOf, type Json, mergeSchema, type References, resolve, typeOf } from './resolve-schema.ts';

const METHODS = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options'];
const LIMITS: readonly (readonly [keyword: string, name: LimitName])[] = [
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['minLength', 'min_length'],
  ['maxLength', 'max_length'],
  ['minItems', 'min_items'],
  ['maxItems', 'max_items'],
];
// More than any real document has. A document that keeps referring to itself ends here.
const MOST_FIELDS = 100_000;

/** A document, and how many more fields may be read from it. */
interface Context extends References {
  remainingFields: number;
}

/** Whether a value is an OpenAPI document that a reader can take endpoints from. */
export function isOpenApi(value: unknown): value is Json {
  return isObject(value) && typeof value.openapi === 'string' && isObject(value.paths);
}

/** Reads every endpoint of an OpenAPI document, 3.0 or 3.1, as Apifox exports it. */
export function readOpenApi(document: Json, from: string): { captures: Capture[]; refused: Diagnostic[] } {
  const context: Context = { document, remainingFields: MOST_FIELDS, dangling: new Set(), merged: new Map() };
  const captures: Capture[] = [];
  const refused: Diagnostic[] = [];
  for (const [path, written] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    const item = resolve(context, written);
    if (typeof item.$ref === 'string')
      refused.push({
        code: 'page-form',
        message: `${path} refers to ${item.$ref}, which the document does not hold`,
        fix: 'export the project as one document',
        place: { file: from, line: 1, column: 1 },
      });
    for (const method of METHODS) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      context.dangling.clear();
      context.merged.clear();
      captures.push(readOperation(context, { path, method, operation, from }));
    }
  }
  return { captures, refused };
}

function readOperation(
  context: Context,
  { path, method, operation, from }: { path: string; method: string; operation: Json; from: string },
): Capture {
  const intro = readIntro(
    String(operation.description ?? '')
      .split('\n')
      .map((line) => line.trim()),
  );
  const status =
    operation.deprecated === true ? 'deprecated' : readStatus(String(operation['x-apifox-status']));
  const folder = operation['x-apifox-folder'];
  const page = /api-\d+/.exec(String(operation['x-run-in-apifox']))?.[0];
  const body = contentOf(context, resolve(context, operation.requestBody));
  const responses = isObject(operation.responses) ? operation.responses : {};
  const success = Object.keys(responses).find((code) => code.startsWith('2'));
  const response =
    success === undefined ? undefined : contentOf(context, resolve(context, responses[success]));
  const listed = Array.isArray(operation.parameters) ? operation.parameters : [];
  const parameters = listed.map((parameter) => resolve(context, parameter));
  const ignored = parameters.flatMap((parameter) =>
    ignoredParameter(String(parameter.in), String(parameter.name)),
  );
  return {
    from,
    ...(page !== undefined && { page }),
    title: String(operation.summary ?? ''),
    ...(typeof folder === 'string' && folder !== '' && { folder }),
    method: method.toUpperCase(),
    path,
    ...(intro.licence !== undefined && { licence: intro.licence }),
    ...(status !== undefined && { status }),
    errors: intro.errors,
    query: withPlainNames(parameters.flatMap((parameter) => parameterOf(context, parameter))),
    ...(body && { body }),
    ...(response && { response }),
    missing: [
      ...(response ? [] : ['response']),
      ...[...context.dangling].map((reference) => `the target of ${reference}`),
    ],
    ...(ignored.length > 0 && { ignored }),
  };
}

/**
 * Reads one query parameter. Returns none for the token that every call carries, or for a parameter outside
 * the query.
 */
function parameterOf(context: Context, parameter: Json): CapturedField[] {
  const schema = resolve(context, parameter.schema);
  const shown = parameter.example ?? schema.example ?? schema.default;
  if (parameter.in !== 'query' || /^\{\{.*\}\}$/.test(String(shown))) return [];
  const field = fieldOf(
    context,
    String(parameter.name),
    { ...schema, ...textOf(parameter) },
    parameter.required === true,
    [],
  );
  const isShown = parameter.example !== undefined && parameter.example !== '';
  return [
    {
      ...field,
      // A page shows no type here.
      ...(field.type === 'any' && { type: 'unknown' }),
      ...(isShown && { example: parameter.example }),
    },
  ];
}

function textOf({ description }: Json): Json {
  return typeof description === 'string' ? { description } : {};
}

function contentOf(context: Context, holder: Json): CapturedContent | undefined {
  const content = isObject(holder.content) ? holder.content : undefined;
  const [type, media] = Object.entries(content ?? {})[0] ?? [];
  if (type === undefined || !isObject(media)) return undefined;
  const schema = resolve(context, media.schema);
  const examples = Object.values(isObject(media.examples) ? media.examples : {});
  const example = media.example ?? resolve(context, examples[0]).value ?? schema.example;
  return {
    contentType: type,
    fields: membersOf(context, schema, []),
    ...(example !== undefined && { example }),
  };
}

function membersOf(context: Context, schema: Json, inside: readonly Json[]): CapturedField[] {
  if (inside.includes(schema)) return [];
  const merged = mergeSchema(context, schema);
  const properties = isObject(merged.properties) ? merged.properties : {};
  const required = Array.isArray(merged.required) ? merged.required : [];
  const ordered = Array.isArray(merged['x-apifox-orders']) ? merged['x-apifox-orders'].map(String) : [];
  const names = [...ordered.filter((name) => Object.hasOwn(properties, name)), ...Object.keys(properties)];
  const fields = [...new Set(names)].map((name) =>
    fieldOf(context, name, resolve(context, properties[name]), required.includes(name), [...inside, schema]),
  );
  return withPlainNames(fields);
}

function fieldOf(
  context: Context,
  name: string,
  schema: Json,
  isRequired: boolean,
  inside: readonly Json[],
): CapturedField {
  const merged = mergeSchema(context, schema);
  const item = itemOf(context, merged.items === undefined ? schema : merged);
  const isEndless = inside.includes(item) || context.remainingFields-- <= 0;
  const fields = isEndless ? [] : membersOf(context, item, inside);
  const limits = LIMITS.flatMap(([keyword, limit]) =>
    isNumeric(merged[keyword]) ? [[limit, merged[keyword]] as const] : [],
  );
  return {
    name,
    type: typeOf(context, merged),
    required: isRequired ? true : 'unmarked',
    ...(typeof merged.description === 'string' && merged.description !== '' && { about: merged.description }),
    ...(Array.isArray(merged.enum) && { enum: merged.enum }),
    ...(merged.default !== undefined && { default: merged.default }),
    ...(merged.example !== undefined && { example: merged.example }),
    ...Object.fromEntries(limits),
    ...(fields.length > 0 && { fields }),
    ...((isEndless || isOpen(context, schema, item)) && { isOpen: true }),
  };
}

/**
 * Whether a field leaves open what it holds: the target of a reference is missing, or an object or a list shows
 * no members. An object whose `properties` are empty shows that it has none.
 */
function isOpen(context: Context, field: Json, item: Json): boolean {
  const own = mergeSchema(context, field);
  const { $ref, type, properties } = mergeSchema(context, item);
  if ([own.$ref, $ref].some((reference) => typeof reference === 'string')) return true;
  const types = [type].flat().filter((name) => typeof name === 'string');
  const isContainer = types.every((name) => ['array', 'object', 'null'].includes(name));
  const isStated = types.length > 0 || own.items !== undefined;
  return isContainer && isStated && properties === undefined;
}
