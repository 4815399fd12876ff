import {
  METHODS,
  type OpenApiDocument,
  type OperationObject,
  type Parameter,
  type PathItem,
  type Schema,
} from '../../scripts/spec/openapi.ts';

/** One call of an operation with arguments that fit its schemas. */
export interface SampleCall {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Required arguments by location: `path`, `query` and `header`. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Undefined if the operation has no body. */
  readonly body: unknown;
}

/** Creates a call of every operation of a document, in document order. */
export function sampleCalls(document: OpenApiDocument): SampleCall[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): SampleCall[] => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = sampleParameters(document, item, operation);
      const request = follow(document, operation.requestBody) as typeof operation.requestBody;
      const content = Object.values(request?.content ?? {})[0];
      const body =
        content === undefined ? undefined : sampleBody(document, content.schema, needed(operation));
      return [{ id: operation.operationId ?? `${method} ${path}`, method, path, parameters, body }];
    }),
  );
}

function sampleParameters(document: OpenApiDocument, item: PathItem, operation: OperationObject) {
  const parameters: Record<string, Record<string, unknown>> = {};
  for (const given of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
    const parameter = follow(document, given) as Parameter;
    const isNeeded = parameter.required === true || parameter.name === needed(operation);
    if (!isNeeded || parameter.in === 'cookie') continue;
    const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema;
    const sample = sampleValue(document, schema);
    parameters[parameter.in] = { ...parameters[parameter.in], [parameter.name]: sample };
  }
  return parameters;
}

/** The first of the arguments of which a call needs one. */
function needed(operation: OperationObject): string | undefined {
  const [first] = (operation['x-oneOf-required'] as readonly string[] | undefined) ?? [];
  return first;
}

/** A body with its required members, and the one that `needed` names if it is one of them. */
function sampleBody(
  document: OpenApiDocument,
  given: Schema | undefined,
  needed: string | undefined,
): unknown {
  const schema = follow(document, given) as Schema | undefined;
  const member = needed === undefined ? undefined : schema?.properties?.[needed];
  if (needed === undefined || member === undefined) return sampleValue(document, schema);
  return sampleValue(document, { ...schema, required: [...(schema?.required ?? []), needed] });
}

/** Creates a small value that fits a schema. Objects have their required members, lists are empty. */
export function sampleValue(document: OpenApiDocument, given: Schema | undefined, depth = 0): unknown {
  const schema = follow(document, given) as Schema | undefined;
  if (schema === undefined || depth > 8) return {};
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const branch = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (branch !== undefined && schema.properties === undefined)
    return sampleValue(document, branch, depth + 1);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => sampleValue(document, part, depth + 1)));
  const [type] = [schema.type ?? 'object'].flat();
  if (type === 'string') return 'a';
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [];
  const required = (schema.required ?? []).filter((name) => schema.properties?.[name] !== undefined);
  return Object.fromEntries(
    required.map((name) => [name, sampleValue(document, schema.properties?.[name], depth + 1)]),
  );
}

function follow(document: OpenApiDocument, value: unknown): unknown {
  let current = value as { readonly $ref?: unknown } | undefined;
  for (let hops = 0; hops < 16 && typeof current?.$ref === 'string'; hops++) {
    const keys = current.$ref
      .slice(2)
      .split('/')
      .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
    current = keys.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      document,
    ) as typeof current;
  }
  return current;
}
