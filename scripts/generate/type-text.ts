import { exactJson } from '../kit/exact-json.ts';
import { isObject, type Schema } from '../spec/openapi.ts';
import { referencedSchema } from '../spec/pointer.ts';
import { docComment, literal, propertyName } from './text.ts';

/** How to write a schema as a type: the targets of references, and the side of the call. */
export interface TypeContext {
  /** The type name of a component, by component name. */
  readonly names: Pick<ReadonlyMap<string, string>, 'get'>;
  /** Arguments accept `undefined` for an optional member, and a number or bigint for an exact integer. */
  readonly side: 'argument' | 'result';
  /** The name of the type of a list's rows, which is not a component. References may lead to it. */
  readonly item?: string;
}

/** The key of a type that no schema describes. No specification can hold it. */
const TYPE_TEXT = Symbol('type text');

/** A schema whose type is the given text. */
export function withTypeText(schema: Schema, type: string): Schema {
  return { ...schema, [TYPE_TEXT]: type };
}

/** A schema as a TypeScript type expression. `formatSources` formats it. */
export function typeText(schema: Schema | boolean | undefined, context: TypeContext): string {
  if (schema === undefined || typeof schema === 'boolean') return 'unknown';
  const given = (schema as { [TYPE_TEXT]?: string })[TYPE_TEXT];
  if (given !== undefined) return given;
  if (typeof schema.$ref === 'string') return referenceText(schema.$ref, context);
  if (schema.const !== undefined) return literalType(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literalType));
  if (schema['x-exact'] === true)
    return union([
      context.side === 'argument' ? 'string | number | bigint' : 'string',
      ...(isNullable(schema) ? ['null'] : []),
    ]);
  const composed = composedText(schema, context);
  const types = Array.isArray(schema.type)
    ? schema.type
    : schema.type === undefined
      ? impliedTypes(schema)
      : [schema.type];
  if (types.length === 0) return composed ?? 'unknown';
  const own = union(types.map((type) => singleType(String(type), schema, context)));
  return composed === undefined ? own : `${parenthesised(composed)} & ${parenthesised(own)}`;
}

/** The members of an object schema as the lines of an interface body. */
function memberLines(schema: Schema, context: TypeContext): string {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {})
    .map(([name, member]) => {
      const optional = !required.has(name);
      const type = typeText(member, context);
      const open = optional && context.side === 'argument' ? ' | undefined' : '';
      return `${docComment(schemaDoc(member))}${propertyName(name)}${optional ? '?' : ''}: ${type}${open};\n`;
    })
    .join('');
}

/** What a reader should know about a value, for its doc comment. */
export function schemaDoc(schema: Schema): string {
  const lines: string[] = [];
  if (typeof schema.description === 'string') lines.push(schema.description.trim());
  if (isObject(schema['x-meanings'])) {
    lines.push(
      Object.entries(schema['x-meanings'])
        .map(([value, meaning]) => `${value}: ${String(meaning)}`)
        .join('; '),
    );
  }
  const evidence = EVIDENCE[String(schema['x-evidence'])];
  if (evidence !== undefined) lines.push(evidence);
  const unit = typeof schema.format === 'string' ? UNITS[schema.format] : undefined;
  if (unit !== undefined) lines.push(unit);
  lines.push(...limitsText(schema));
  if (schema.default !== undefined) lines.push(`Default: ${exactJson(schema.default)}.`);
  if (schema.deprecated === true) lines.push('Deprecated.');
  return lines.join('\n');
}

const EVIDENCE: Readonly<Record<string, string>> = {
  'public-code': 'On no page of the documentation: known from public programs.',
  recording: 'On no page of the documentation: known from recorded answers.',
};

const UNITS: Readonly<Record<string, string>> = {
  'unix-seconds': 'Unix time in seconds.',
  'unix-milliseconds': 'Unix time in milliseconds.',
  fen: 'In fen, 1/100 yuan.',
  yuan: 'In yuan.',
};

const LIMITS: readonly (readonly [keyword: string, label: string])[] = [
  ['minimum', 'at least'],
  ['maximum', 'at most'],
  ['minItems', 'items at least'],
  ['maxItems', 'items at most'],
  ['minLength', 'characters at least'],
  ['maxLength', 'characters at most'],
  ['x-max-bytes', 'bytes at most'],
];

function limitsText(schema: Schema): string[] {
  const limits = LIMITS.flatMap(([keyword, label]) =>
    typeof schema[keyword] === 'number' ? [`${label} ${schema[keyword]}`] : [],
  );
  return limits.length === 0 ? [] : [`Limits: ${limits.join(', ')}.`];
}

function referenceText(reference: string, context: TypeContext): string {
  const name = referencedSchema(reference);
  if (name === undefined) return 'unknown';
  return name === context.item ? name : (context.names.get(name) ?? 'unknown');
}

function composedText(schema: Schema, context: TypeContext): string | undefined {
  const parts: string[] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const list = schema[keyword];
    if (Array.isArray(list))
      parts.push(parenthesised(union(list.map((branch) => typeText(branch, context)))));
  }
  if (Array.isArray(schema.allOf))
    parts.push(...schema.allOf.map((part) => parenthesised(typeText(part, context))));
  return parts.length === 0 ? undefined : parts.join(' & ');
}

function impliedTypes(schema: Schema): string[] {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return ['object'];
  if (schema.items !== undefined) return ['array'];
  return Array.isArray(schema['x-known-values'])
    ? [...new Set(schema['x-known-values'].map((value) => typeof value))]
    : [];
}

function singleType(type: string, schema: Schema, context: TypeContext): string {
  switch (type) {
    case 'null':
    case 'boolean':
      return type;
    case 'string':
      return openValues(schema, 'string');
    case 'integer':
    case 'number':
      return openValues(schema, 'number');
    case 'array':
      return arrayText(typeText(schema.items, context));
    case 'object':
      return objectText(schema, context);
    default:
      return 'unknown';
  }
}

/** The known values, then any other value. The intersection with `{}` keeps the literals in an editor's completion. */
function openValues(schema: Schema, type: 'string' | 'number'): string {
  const known = Array.isArray(schema['x-known-values'])
    ? schema['x-known-values'].filter((value) => typeof value === type)
    : [];
  return known.length === 0 ? type : union([...known.map(literalType), `(${type} & {})`]);
}

function arrayText(item: string): string {
  return `${parenthesised(item)}[]`;
}

function objectText(schema: Schema, context: TypeContext): string {
  const members = memberLines(schema, context);
  const extra = schema.additionalProperties;
  const record = `Record<string, ${typeof extra === 'object' ? typeText(extra, context) : 'unknown'}>`;
  if (members === '') return record;
  const body = `{\n${members}}`;
  return typeof extra === 'object' ? `${body} & ${record}` : body;
}

function isNullable(schema: Schema): boolean {
  return Array.isArray(schema.type) && schema.type.includes('null');
}

function literalType(value: unknown): string {
  if (typeof value === 'string') return literal(value);
  return value === null || typeof value === 'number' || typeof value === 'boolean'
    ? JSON.stringify(value)
    : 'unknown';
}

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  return distinct.includes('unknown') ? 'unknown' : distinct.length === 0 ? 'never' : distinct.join(' | ');
}

function parenthesised(type: string): string {
  return /[|&]/.test(type) && !/^\w+<.*>$/.test(type) ? `(${type})` : type;
}
