import { branchesOf, declaredProperty, type Schemas } from '../spec/in-place.ts';
import type { Language } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';
import { referencedSchema } from '../spec/pointer.ts';
import { schemaDoc } from './schema-doc.ts';
import { docComment, propertyName } from './text.ts';
import { intersection, literalType, parenthesised, union } from './type-syntax.ts';

/** How to write a schema as a type: the targets of references, and the side of the call. */
export interface TypeContext {
  /** The type name of a component, by component name. */
  readonly names: Pick<ReadonlyMap<string, string>, 'get'>;
  /** Arguments accept `undefined` for an optional member, and a number or bigint for an exact integer. */
  readonly side: 'argument' | 'result';
  /** The name of the type of a list's rows, which is not a component. References may lead to it. */
  readonly item?: string;
  /** The components, to find the schema of a member that one part of a schema declares and another requires. */
  readonly schemas?: Schemas;
  /** The language of the comments; English by default. */
  readonly language?: Language;
}

/** A context, and what the schemas around say about the same value. */
interface Frame extends TypeContext {
  readonly around: readonly Schema[];
  /** The members around that are written out where they are required. One that leads back to itself is unknown. */
  readonly inherited: readonly Schema[];
}

/** A member of an object. */
export interface Member {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  /** The type, without `undefined`. */
  readonly type: string;
}

/** The key of a type that no schema describes. No specification can hold it. */
const TYPE_TEXT = Symbol('type text');

/** A schema whose type is the given text. */
export function withTypeText(schema: Schema, type: string): Schema {
  return { ...schema, [TYPE_TEXT]: type };
}

/**
 * A schema as a TypeScript type expression, which takes every value that the schema accepts. Where TypeScript has no type
 * for exactly these values, it takes more. `formatSources` formats it.
 */
export function typeText(schema: Schema | boolean | undefined, context: TypeContext): string {
  return textOf(schema, { ...context, around: [], inherited: [] });
}

/** Keywords that restrict a value in a way that a type can say. */
const STRUCTURAL = [
  ...[
    '$ref',
    'type',
    'enum',
    'const',
    'allOf',
    'anyOf',
    'oneOf',
    'properties',
    'required',
    'additionalProperties',
  ],
  ...['patternProperties', 'items', 'prefixItems'],
];

/** The part of a schema that stands beside its `$ref`, if a type can say it. */
export function besideReference(schema: Schema): Schema | undefined {
  const { $ref: _, ...beside } = schema;
  return isRestricted(beside) ? beside : undefined;
}

/** Whether a schema has a keyword that its type says, and is not just any value. */
export function isRestricted(schema: Schema): boolean {
  return STRUCTURAL.some((keyword) => keyword in schema);
}

function textOf(schema: Schema | boolean | undefined, frame: Frame): string {
  if (schema === undefined || schema === true) return 'unknown';
  const given = typeof schema === 'object' ? (schema as { [TYPE_TEXT]?: string })[TYPE_TEXT] : undefined;
  if (given !== undefined) return given;
  if (schema === false || isNothing(schema)) return 'never';
  if (typeof schema.$ref === 'string') {
    const beside = besideReference(schema);
    const target = referenceText(schema.$ref, frame);
    return beside === undefined
      ? target
      : intersection([target, textOf(beside, { ...frame, around: [...frame.around, schema] })]);
  }
  if (schema.const !== undefined) return literalType(schema.const);
  if (Array.isArray(schema.enum))
    return union(schema.enum.filter((value) => hasType(schema, value)).map(literalType));
  if (schema['x-exact'] === true) return exactText(schema, frame);
  const inner = { ...frame, around: [...frame.around, schema] };
  const composed = composedTexts(schema, inner);
  const own = typesOf(schema).map((type) => singleType(type, schema, frame));
  const isFree = own.length === 1 && own[0] === ANY_OBJECT && composed.length > 0;
  return intersection([...composed, ...(own.length === 0 || isFree ? [] : [union(own)])]);
}

/** Whether a schema accepts nothing: `{not: {}}`, which stands for `false`. */
function isNothing({ not }: Schema): boolean {
  return not === true || (isObject(not) && Object.keys(not).length === 0);
}

/** Whether a value is of a schema's type. */
export function hasType({ type }: Schema, value: unknown): boolean {
  if (type === undefined) return true;
  const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return [type]
    .flat()
    .some(
      (name) =>
        name === own || ((own === 'number' || own === 'bigint') && (name === 'number' || name === 'integer')),
    );
}

function exactText({ type }: Schema, { side }: Frame): string {
  const isNullable = Array.isArray(type) && type.includes('null');
  return union([
    side === 'argument' ? 'string | number | bigint' : 'string',
    ...(isNullable ? ['null'] : []),
  ]);
}

/** The members of an object schema: those that it declares, and those that it only requires. */
export function membersOf(schema: Schema, context: TypeContext): Member[] {
  return framedMembers(schema, { ...context, around: [], inherited: [] });
}

function framedMembers(schema: Schema, frame: Frame): Member[] {
  const required = new Set(schema.required ?? []);
  const declared = Object.entries(schema.properties ?? {});
  const own = new Set(declared.map(([name]) => name));
  const inherited = [...required]
    .filter((name) => !own.has(name))
    .map((name) => [name, requiredSchema(name, schema, frame)] as const);
  const inside = { ...frame, around: [] };
  return [...declared, ...inherited].map(([name, member]) => ({
    name,
    schema: member,
    isRequired: required.has(name),
    type: textOf(member, own.has(name) ? inside : { ...inside, inherited: [...frame.inherited, member] }),
  }));
}

/** The schema of a member that is required and not declared here: that of another part, or that of additional members. */
function requiredSchema(name: string, schema: Schema, { around, inherited, schemas = {} }: Frame): Schema {
  for (const part of [schema, ...around.toReversed()]) {
    const found = declaredProperty(part, name, schemas);
    if (found !== undefined) return inherited.includes(found) ? {} : found;
  }
  return isTyped(schema.additionalProperties) && schema.patternProperties === undefined
    ? schema.additionalProperties
    : {};
}

/** The members of an object schema as the lines of an interface body. */
function memberLines(members: readonly Member[], { side, language }: Frame): string {
  return members
    .map(({ name, schema, isRequired, type }) => {
      const open = !isRequired && side === 'argument' ? ' | undefined' : '';
      return `${docComment(schemaDoc(schema, language))}${propertyName(name)}${isRequired ? '' : '?'}: ${type}${open};\n`;
    })
    .join('');
}

function referenceText(reference: string, context: TypeContext): string {
  const name = referencedSchema(reference);
  if (name === undefined) return 'unknown';
  return name === context.item ? name : (context.names.get(name) ?? 'unknown');
}

function composedTexts(schema: Schema, frame: Frame): string[] {
  const alternatives = (['oneOf', 'anyOf'] as const).flatMap((keyword) =>
    keyword in schema ? [union(branchesOf(schema, keyword).map((branch) => textOf(branch, frame)))] : [],
  );
  return [...alternatives, ...branchesOf(schema, 'allOf').map((part) => textOf(part, frame))];
}

/** The types of a schema. One that has none implies them: by its keywords, or by its known values. */
function typesOf(schema: Schema): readonly string[] {
  if (schema.type !== undefined) return [schema.type].flat();
  if (
    ['properties', 'additionalProperties', 'patternProperties', 'required'].some(
      (keyword) => keyword in schema,
    )
  )
    return ['object'];
  if ('items' in schema || 'prefixItems' in schema) return ['array'];
  return Array.isArray(schema['x-known-values'])
    ? [...new Set(schema['x-known-values'].map((value) => typeof value))]
    : [];
}

function singleType(type: string, schema: Schema, frame: Frame): string {
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
      return arrayText(schema, { ...frame, around: [] });
    case 'object':
      return objectText(schema, frame);
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

/**
 * A list, or a tuple: JSON Schema accepts fewer items than `prefixItems` names, unless `minItems` says otherwise, and more
 * of them, unless `maxItems` or `items` do.
 */
function arrayText({ prefixItems, items, minItems = 0, maxItems = Infinity }: Schema, frame: Frame): string {
  const rest = textOf(items, frame);
  if (!Array.isArray(prefixItems) || prefixItems.length === 0) return `${parenthesised(rest)}[]`;
  const first = prefixItems
    .slice(0, Number(maxItems))
    .map((item, index) => parenthesised(textOf(item, frame)) + (index < Number(minItems) ? '' : '?'));
  const isClosed = rest === 'never' || Number(maxItems) <= prefixItems.length;
  return `[${[...first, ...(isClosed ? [] : [`...${parenthesised(rest)}[]`])].join(', ')}]`;
}

const ANY_OBJECT = 'Record<string, unknown>';

function objectText(schema: Schema, frame: Frame): string {
  const members = framedMembers(schema, frame);
  const others = otherTypes(schema, frame);
  if (others === undefined) return members.length === 0 ? ANY_OBJECT : `{\n${memberLines(members, frame)}}`;
  if (members.length === 0) return mapText(others);
  // An index signature holds for every member, so it takes the types of the named ones too. It stands apart, because a
  // compiler compares it with each member otherwise, and does not see that two unions of large types are the same.
  const optional = members.some(({ isRequired }) => !isRequired) ? ['undefined'] : [];
  const any = union([others, ...members.map(({ type }) => type), ...optional]);
  return `{\n${memberLines(members, frame)}} & ${mapText(any)}`;
}

/** A map. An index signature may refer to the type that it is part of; an argument of `Record` may not. */
function mapText(type: string): string {
  return /^[a-z]+$/.test(type) ? `Record<string, ${type}>` : `{ [key: string]: ${type} }`;
}

/** Whether a schema says something about additional members that goes into the type of its object. */
export function hasTypedMembers({ additionalProperties, patternProperties }: Schema): boolean {
  return (
    isTyped(additionalProperties) ||
    (additionalProperties === false && Object.keys(patternProperties ?? {}).length > 0)
  );
}

/** The type of the members that an object does not name; undefined if they are unknown, or there are none. */
function otherTypes(schema: Schema, frame: Frame): string | undefined {
  if (!hasTypedMembers(schema)) return undefined;
  const { additionalProperties, patternProperties } = schema;
  const patterns = isObject(patternProperties) ? Object.values(patternProperties) : [];
  const schemas = [...(isTyped(additionalProperties) ? [additionalProperties] : []), ...patterns];
  return union(schemas.map((inner) => textOf(inner as Schema, { ...frame, around: [] })));
}

function isTyped(additional: unknown): additional is Schema {
  return isObject(additional) && Object.keys(additional).length > 0;
}
