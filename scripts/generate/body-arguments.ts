import { bodyKind, isBinarySchema, isBinaryType, isJsonType } from '../spec/media-types.ts';
import { type Model, type Operation, resolve } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';
import { flatObject } from './flat-object.ts';
import { withTypeText } from './type-text.ts';

/** Bytes in a form, and bytes that are a complete body. */
const FILE = 'Blob | Uint8Array | ArrayBuffer';
const BYTES = `${FILE} | ReadableStream<Uint8Array>`;

/**
 * The fields of the body as arguments of their own; undefined if the body is one argument: it is no object, its schema has
 * more than known fields, or it may be left out although fields of it are required.
 */
export function flatBody(model: Model, operation: Operation): Schema | undefined {
  const { body, object } = operation;
  if (body === undefined) return undefined;
  const kind = bodyKind(body.mediaType);
  const schema = flatObject(model, body.schema);
  if (kind === 'text' || kind === 'binary' || schema?.properties === undefined) return undefined;
  const isMore =
    ['anyOf', 'oneOf', 'patternProperties'].some((keyword) => keyword in schema) ||
    typeof schema.additionalProperties === 'object' ||
    (schema.type !== undefined && schema.type !== 'object');
  if (isMore) return undefined;
  const declared = schema.properties;
  const isSent = (name: string) => declared[name]?.readOnly !== true;
  const required = schema.required?.filter(isSent) ?? [];
  // Where nobody says whether the body is required, its required fields say so.
  if (object.requestBody?.required === false && required.length > 0) return undefined;
  const undeclared = required.filter((name) => !Object.hasOwn(declared, name));
  const properties = [
    ...Object.entries(declared).filter(([name]) => isSent(name)),
    // Required, and nobody says what it is.
    ...undeclared.map((name): [string, Schema] => [name, {}]),
  ];
  const isForm = kind === 'multipart';
  return {
    ...schema,
    ...(schema.required !== undefined && { required }),
    properties: Object.fromEntries(
      properties.map(([name, field]) => [name, isForm ? partSchema(model, operation, name, field) : field]),
    ),
  };
}

/** The schema of a body that is one argument. */
export function bodySchema(model: Model, operation: Operation): Schema {
  const { mediaType = '', schema: given = {} } = operation.body ?? {};
  const kind = bodyKind(mediaType);
  const schema = resolve(model.document, given);
  const { description } = schema;
  const about = description === undefined ? {} : { description };
  if (kind === 'binary') {
    const isText = !isBinaryType(mediaType) && !isBinarySchema(schema);
    return withTypeText(about, isText ? `string | ${BYTES}` : BYTES);
  }
  if (kind === 'text') return [schema.type].flat().includes('string') ? given : withTypeText(about, 'string');
  if (kind !== 'multipart' || schema.properties === undefined) return given;
  const parts = Object.entries(schema.properties).map(([name, field]) => [
    name,
    partSchema(model, operation, name, field),
  ]);
  return { ...schema, properties: Object.fromEntries(parts) };
}

/** The schema of a part of a form: a file, text for a media type that the client cannot write, or its own. */
function partSchema(model: Model, operation: Operation, name: string, given: Schema): Schema {
  const declared = declaredType(operation, name);
  const schema = resolve(model.document, given);
  const isBytes = (part: Schema) =>
    isBinarySchema(part) || declared?.split(',').every((type) => isBinaryType(type.trim())) === true;
  if (schema.type === 'array' && typeof schema.items === 'object') {
    const items = resolve(model.document, schema.items);
    return isBytes(items) ? { ...schema, items: withTypeText(items, FILE) } : given;
  }
  if (isBytes(schema)) {
    const isNullable = Array.isArray(schema.type) && schema.type.includes('null');
    return withTypeText(schema, isNullable ? `${FILE} | null` : FILE);
  }
  const isForeign = declared !== undefined && !isJsonType(declared) && schema.type === 'object';
  return isForeign ? withTypeText(schema, `string | ${FILE}`) : given;
}

function declaredType({ body, object }: Operation, name: string): string | undefined {
  const encoding = object.requestBody?.content?.[body?.declaredType ?? '']?.encoding;
  const own = isObject(encoding) ? encoding[name] : undefined;
  return isObject(own) && typeof own.contentType === 'string' ? own.contentType : undefined;
}
