import { type Model, type Operation, resolve } from './model.ts';
import { isRefusedByFetch } from './name-operations.ts';
import {
  type Envelope,
  isMethod,
  isObject,
  type OpenApiDocument,
  type PathItem,
  type Schema,
} from './openapi.ts';
import { rebuild } from './rebuild.ts';

/**
 * Extensions for the specification's curators, and the Chinese beside English texts, which has a document of its own. They
 * stay in spec/ and are not published.
 */
const CURATION = new Set([
  'x-corrects',
  'x-omits',
  'x-envelopes',
  'x-seats',
  'x-token',
  'x-zh',
  'x-meanings-zh',
  'x-omits-zh',
  'x-safety-because-zh',
  'x-effect-because-zh',
  'x-unknown-zh',
]);

/**
 * Returns the published document: every answer has its envelope and its failures, and the curators' evidence is left
 * out. The code of a failure is not limited to the known codes, which `x-known-codes` lists: a new code breaks nobody.
 */
export function bundle(model: Model): OpenApiDocument {
  return composeDocument(model, (envelope, codes) => ({
    ...(property(envelope.failure, envelope.code) ?? { type: 'integer' }),
    'x-known-codes': codes,
  }));
}

/**
 * Returns the closed copy that types are generated from. A failure's code is one of the known codes, so that comparing
 * the code with the successful one narrows the type. Exact integers are strings, as the client returns them. A parameter
 * that is sent as JSON text has the type of its value.
 */
export function closedDocument(model: Model): OpenApiDocument {
  const document = composeDocument(model, (_envelope, codes) => ({
    type: 'integer',
    enum: codes.length > 0 ? codes : [-1],
  }));
  return rebuild(withOwnIds(document, model), (value) => {
    if (value['x-exact'] === true)
      return { ...value, type: withNull(value.type, 'string'), format: undefined };
    if (typeof value.in === 'string' && isObject(value.content)) {
      const { content, ...parameter } = value;
      return {
        ...parameter,
        schema: (Object.values(content)[0] as { schema?: Schema } | undefined)?.schema ?? {},
      };
    }
    return value;
  }) as OpenApiDocument;
}

/**
 * Names every operation as the client does: an operationId may have any characters, which not every tool expects. Without
 * the operations that fetch refuses to send, so that `weiban.http` has no type for them either.
 */
function withOwnIds(document: OpenApiDocument, { operations }: Model): OpenApiDocument {
  const paths: Record<string, PathItem> = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, withoutRefused(item)]),
  );
  for (const { path, method, id, object } of operations) {
    const item = paths[path];
    // What openapi-typescript does not know, it leaves out.
    if (isMethod(method))
      paths[path] = { ...item, [method]: { ...(item?.[method] ?? object), operationId: id } };
  }
  return { ...document, paths };
}

function withoutRefused(item: PathItem): PathItem {
  return Object.fromEntries(Object.entries(item).filter(([method]) => !isRefusedByFetch(method)));
}

type FailureCode = (envelope: Envelope, codes: readonly number[]) => Schema;

function composeDocument(model: Model, failureCode: FailureCode): OpenApiDocument {
  const globals = Object.values(model.errors).flatMap(({ code, global }) =>
    global === undefined ? [] : [code],
  );
  const composed = new Map(
    model.operations.map((operation) => {
      const codes = [...new Set([...operation.errors.map(({ code }) => code), ...globals])].sort(
        (a, b) => a - b,
      );
      const compose = (envelope: Envelope) => failureCode(envelope, codes);
      return [operation.object, composeOperation(model, operation, compose)];
    }),
  );
  const paths: Record<string, unknown> = {};
  for (const [path, item] of Object.entries(model.document.paths)) {
    paths[path] = Object.fromEntries(
      Object.entries(item).map(([key, value]) => [key, composed.get(value as never) ?? value]),
    );
  }
  return withoutCuration({ ...model.document, paths }) as OpenApiDocument;
}

function composeOperation(
  model: Model,
  operation: Operation,
  failureCode: (envelope: Envelope) => Schema,
): unknown {
  const { object, envelope } = operation;
  const responses = { ...object.responses };
  const status = String(operation.answer.status);
  const success = responses[status];
  if (envelope !== undefined && success !== undefined) {
    const schema = composeAnswer(model, operation, failureCode);
    responses[status] = {
      ...success,
      content: { 'application/json': { ...success.content?.['application/json'], schema } },
    };
  }
  return { operationId: operation.id, ...object, ...('responses' in object ? { responses } : {}) };
}

/** One schema for success and failure: `anyOf`, not `oneOf`, because they overlap if an envelope requires no field. */
function composeAnswer(
  model: Model,
  operation: Operation,
  failureCode: (envelope: Envelope) => Schema,
): Schema {
  const { envelope } = operation;
  if (envelope === undefined) return operation.result ?? {};
  const first = Object.values(model.envelopes)[0] ?? envelope.envelope;
  const failures = [...new Set([envelope.envelope, first])].map((candidate) => {
    const hasKnownCodes = candidate === first || operation.errors.length > 0;
    return hasKnownCodes ? failureSchema(candidate, failureCode(candidate)) : candidate.failure;
  });
  return { anyOf: [successAnswer(model, operation), ...failures] };
}

/** Returns the schema of the whole successful body: the fields of envelope and result in one object. */
export function successAnswer(model: Model, operation: Operation): Schema {
  const own = operation.envelope?.envelope.success;
  const result = resolve(model.document, operation.result ?? { type: 'object' });
  if (own === undefined) return result;
  const field = operation.envelope?.envelope.result;
  if (field !== undefined) return nestedAnswer(operation, own, field);
  return {
    ...result,
    type: 'object',
    title: `${operation.typeName}Answer`,
    required: [...(own.required ?? []), ...(result.required ?? [])],
    properties: { ...own.properties, ...result.properties },
  };
}

/** The envelope's fields, and one that holds the result. It is required where the result says what it holds. */
function nestedAnswer({ typeName, result }: Operation, own: Schema, field: string): Schema {
  return {
    ...own,
    title: `${typeName}Answer`,
    required: [...(own.required ?? []), ...(result === undefined ? [] : [field])],
    properties: { ...own.properties, [field]: result ?? {} },
  };
}

function failureSchema(envelope: Envelope, code: Schema): Schema {
  return { ...envelope.failure, properties: { ...envelope.failure.properties, [envelope.code]: code } };
}

function property(schema: Schema, name: string): Schema | undefined {
  return schema.properties !== undefined && Object.hasOwn(schema.properties, name)
    ? schema.properties[name]
    : undefined;
}

function withoutCuration(value: unknown): unknown {
  return rebuild(value, (object) => {
    const kept = Object.entries(object).filter(([key]) => !CURATION.has(key));
    const copy = Object.fromEntries(kept);
    return copy['x-exact'] === true && copy.format === undefined ? { ...copy, format: 'int64' } : copy;
  });
}

/** Replaces a type and keeps its nullability: `withNull(['integer', 'null'], 'string')` is `['string', 'null']`. */
function withNull(type: unknown, to: string): string | string[] {
  return Array.isArray(type) && type.includes('null') ? [to, 'null'] : to;
}
