import { basePath, operations } from '../../generated/operations.ts';
import { answers, requests, schemas } from '../../generated/sandbox.ts';
import { type Operation, parseOperation } from '../client/operation.ts';
import { isPaged, type Paging, parsePaging } from '../client/paging.ts';

/** The parts of JSON Schema that the specification uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly contentMediaType?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly 'x-known-values'?: readonly unknown[];
  readonly 'x-max-bytes'?: number;
}

/** A parameter of a request. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  /** Whether it travels as JSON text. */
  readonly json?: boolean;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

/** What an operation takes. */
interface RequestShape {
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly schema: JsonSchema; readonly example?: unknown };
  /** Names of which at least one must be sent. */
  readonly oneOf?: readonly string[];
}

/** All that the sandbox knows of one operation. */
export interface Endpoint {
  readonly operation: Operation;
  readonly request: RequestShape;
  /** Of a whole successful answer. */
  readonly answer: JsonSchema;
  readonly paging: Paging | undefined;
}

/** The operations of the specification, each read when it is first asked for. */
export interface Catalogue {
  /** The operation at a path; undefined where the specification has none, or where the method is another one. */
  find(method: string, path: string): Endpoint | undefined;
  /** The method that a path takes. */
  methodOf(path: string): string | undefined;
  byId(id: string): Endpoint | undefined;
  /** Follows a reference to a shared schema. */
  resolve(schema: JsonSchema): JsonSchema;
}

const REFERENCE = '#/components/schemas/';

/** Opens the generated data; nothing of it is parsed before it is needed. */
export function openCatalogue(): Catalogue {
  const rows = new Map(operations.map((row): [string, string] => [pathOf(row), row]));
  const endpoints = new Map<string, Endpoint>();
  const shared = new Map<string, JsonSchema>();

  const read = (row: string): Endpoint => {
    const known = endpoints.get(row);
    if (known) return known;
    const operation = parseOperation(row);
    const endpoint: Endpoint = {
      operation,
      request: parse(requests, operation.id) as RequestShape,
      answer: parse(answers, operation.id) as JsonSchema,
      paging: isPaged(row) ? parsePaging(row) : undefined,
    };
    endpoints.set(row, endpoint);
    return endpoint;
  };
  let ids: Map<string, string> | undefined;
  return {
    find(method, path) {
      const row = rows.get(path);
      return row?.startsWith(`${method} `) ? read(row) : undefined;
    },
    methodOf: (path) => rows.get(path)?.split(' ', 1)[0],
    byId(id) {
      ids ??= new Map(operations.map((row): [string, string] => [parseOperation(row).id, row]));
      const row = ids.get(id);
      return row === undefined ? undefined : read(row);
    },
    resolve(schema) {
      const name = schema.$ref?.slice(REFERENCE.length);
      if (name === undefined) return schema;
      const known = shared.get(name) ?? (parse(schemas, name) as JsonSchema);
      shared.set(name, known);
      return known;
    },
  };
}

function pathOf(row: string): string {
  const path = row.split(' ', 2)[1] ?? '';
  return path.startsWith('/') ? path : `${basePath}/${path}`;
}

/** What stands in generated data is as the generator wrote it. */
function parse(texts: Readonly<Record<string, string>>, name: string): unknown {
  return JSON.parse(Object.hasOwn(texts, name) ? (texts[name] ?? '{}') : '{}');
}
