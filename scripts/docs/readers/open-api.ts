import type { FactField, LimitName } from '../../evidence/facts/facts.ts';
import { isNumeric } from '../../kit/exact-json.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Capture, CapturedContent } from './capture.ts';
import { readIntro } from './page-intro.ts';
import { readStatus } from './page-status.ts';

type Json = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options'];
const LIMITS: readonly (readonly [keyword: string, name: LimitName])[] = [
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['minLength', 'min_length'],
  ['maxLength', 'max_length'],
  ['minItems', 'min_items'],
  ['maxItems', 'max_items'],
];
const DEEPEST = 30;
// More than any real document has. A document that keeps referring to itself ends here.
const MOST_FIELDS = 100_000;

/** The document, and how many more fields may be read from it. */
interface Context {
  readonly document: Json;
  remainingFields: number;
}

/** Whether a value is an OpenAPI document that a reader can take endpoints from. */
export function isOpenApi(value: unknown): value is Json {
  return isObject(value) && typeof value.openapi === 'string' && isObject(value.paths);
}

/** Reads every endpoint of an OpenAPI document, 3.0 or 3.1, as Apifox exports it. */
export function readOpenApi(document: Json, from: string): Capture[] {
  const context: Context = { document, remainingFields: MOST_FIELDS };
  const paths = isObject(document.paths) ? document.paths : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = isObject(item) ? item[method] : undefined;
      return isObject(operation) ? [readOperation(context, { path, method, operation, from })] : [];
    }),
  );
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
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
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
    query: parameters.flatMap((parameter) => parameterOf(context, resolve(context, parameter))),
    ...(body && { body }),
    ...(response && { response }),
    missing: response ? [] : ['response'],
  };
}

/**
 * Reads one query parameter. Returns none for the token that every call carries, or for a parameter outside
 * the query.
 */
function parameterOf(context: Context, parameter: Json): FactField[] {
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
  const example = media.example ?? (isObject(examples[0]) ? examples[0].value : undefined) ?? schema.example;
  return {
    contentType: type,
    fields: membersOf(context, schema, []),
    ...(example !== undefined && { example }),
  };
}

function membersOf(context: Context, schema: Json, inside: readonly Json[]): FactField[] {
  if (inside.includes(schema)) return [];
  const merged = mergeAllOf(context, schema);
  const properties = isObject(merged.properties) ? merged.properties : {};
  const required = Array.isArray(merged.required) ? merged.required : [];
  const ordered = Array.isArray(merged['x-apifox-orders']) ? merged['x-apifox-orders'].map(String) : [];
  const names = [...ordered.filter((name) => Object.hasOwn(properties, name)), ...Object.keys(properties)];
  return [...new Set(names)].map((name) =>
    fieldOf(context, name, resolve(context, properties[name]), required.includes(name), [...inside, schema]),
  );
}

function fieldOf(
  context: Context,
  name: string,
  schema: Json,
  isRequired: boolean,
  inside: readonly Json[],
): FactField {
  const merged = mergeAllOf(context, schema);
  const fields = context.remainingFields-- > 0 ? membersOf(context, itemOf(context, schema), inside) : [];
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
  };
}

/** The schema whose properties are the members of a field: its own, or that of its innermost items. */
function itemOf(context: Context, schema: Json): Json {
  let current = schema;
  for (let depth = 0; depth < DEEPEST && current.items !== undefined; depth++)
    current = resolve(context, current.items);
  return current;
}

function typeOf(context: Context, schema: Json, depth = 0): string {
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  const isNullable = schema.nullable === true || types.includes('null');
  const names = types
    .filter((type) => type !== 'null')
    .map((type) => {
      if (type !== 'array') return type;
      const item = mergeAllOf(context, resolve(context, schema.items));
      return Object.keys(item).length === 0 || depth > DEEPEST
        ? 'array'
        : `array<${typeOf(context, item, depth + 1)}>`;
    });
  if (names.length === 0 && !isNullable) return isObject(schema.properties) ? 'object' : 'any';
  return [...names, ...(isNullable ? ['null'] : [])].join('|');
}

/** Returns a schema with everything that its `allOf` adds. */
function mergeAllOf(context: Context, schema: Json, depth = 0): Json {
  if (!Array.isArray(schema.allOf) || depth > DEEPEST) return schema;
  const parts = schema.allOf.map((part) => mergeAllOf(context, resolve(context, part), depth + 1));
  const all = [...parts, schema];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required }) => (Array.isArray(required) ? required : [])),
  };
}

/**
 * Returns a value, or the target of its `$ref` within the document; an empty object if the reference leads
 * nowhere.
 */
function resolve(context: Context, value: unknown): Json {
  let current = value;
  for (let depth = 0; depth < DEEPEST && isObject(current) && typeof current.$ref === 'string'; depth++) {
    const path = current.$ref.replace(/^#\//, '').split('/');
    current = path.reduce<unknown>((at, name) => {
      const key = decoded(name).replaceAll('~1', '/').replaceAll('~0', '~');
      return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    }, context.document);
  }
  return isObject(current) && typeof current.$ref !== 'string' ? current : {};
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // The name contains a plain percent sign.
    return name;
  }
}
