import { envelopes, operations } from '../../generated/operations.ts';
import { answers, requests, schemas } from '../../generated/sandbox.ts';
import { matchesPath } from '../base/match-path.ts';
import type { Operation } from '../base/operation.ts';
import { isPaged, parseOperation, parsePaging } from '../base/operation-row.ts';
import type { Paging } from '../base/paging.ts';

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
  /** Whether it is sent as JSON text. */
  readonly json?: boolean;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

/** The request of an operation. */
interface RequestShape {
  /** The HTTP status of a success, unless it is 200, and the media type of its answer, unless it is JSON. */
  readonly status?: number;
  readonly mediaType?: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly schema: JsonSchema; readonly example?: unknown };
  /** Names of which at least one must be sent. */
  readonly oneOf?: readonly string[];
  /** Which rows each argument of a list keeps. */
  readonly filters?: Readonly<Record<string, Filter>>;
  readonly order?: Ordering;
}

/** Which rows an argument keeps: those whose field, a dotted path, compares so with the argument. */
export interface Condition {
  readonly field: string;
  readonly is: '=' | '>=' | '<=' | '>' | 'contains';
  /** Compare with these in place of the argument's value. */
  readonly values?: readonly string[];
  /** The answer does not show the field. */
  readonly unseen?: true;
  /** The argument says whose rows these are: it drops none, and the field repeats it. */
  readonly scope?: true;
}

/** A condition, or conditions by the value of another argument: `''` if it is not sent, `*` for every other value. */
export type Filter =
  | Condition
  | { readonly argument: string; readonly cases: Readonly<Record<string, Filter>> };

/** The order of a list by the value of an argument; `''` if there is no such argument or it is not sent. */
export interface Ordering {
  readonly argument?: string;
  readonly orders: Readonly<
    Record<string, { readonly field: string; readonly descending?: true; readonly unseen?: true }>
  >;
}

/** Everything that the sandbox knows about one operation. */
export interface Endpoint {
  readonly operation: Operation;
  readonly request: RequestShape;
  /** The schema of a complete successful answer. */
  readonly answer: JsonSchema;
  readonly paging: Paging | undefined;
}

/** The endpoints of the specification. */
export interface Endpoints {
  /** The operation at a path; undefined if the specification has none, or has it with another method. */
  find(method: string, path: string): Endpoint | undefined;
  /** The methods of a path. */
  methodsOf(path: string): readonly string[];
  byId(id: string): Endpoint | undefined;
  /** Follows a reference to a shared schema. */
  resolve(schema: JsonSchema): JsonSchema;
}

interface OperationRow {
  readonly row: string;
  readonly operation: Operation;
}

const REFERENCE = '#/components/schemas/';

/** Opens the generated data. Parses schemas when they are first needed. */
export function openEndpoints(): Endpoints {
  const rows = operations.map((row) => ({ row, operation: parseOperation(row) }));
  const byEndpoint = new Map(
    rows.map((known) => [`${known.operation.method} ${known.operation.path}`, known]),
  );
  const templates = rows.filter(({ operation }) => operation.path.includes('{'));
  const byId = new Map(rows.map((known) => [known.operation.id, known]));
  const endpoints = new Map<string, Endpoint>();
  const shared = new Map<string, JsonSchema>();

  const read = ({ row, operation }: OperationRow): Endpoint => {
    const known = endpoints.get(operation.id);
    if (known) return known;
    const endpoint: Endpoint = {
      operation,
      request: parse(requests, operation.id) as RequestShape,
      answer: parse(answers, operation.id) as JsonSchema,
      paging: isPaged(row) ? inAnswer(parsePaging(row), operation) : undefined,
    };
    endpoints.set(operation.id, endpoint);
    return endpoint;
  };
  return {
    find(method, path) {
      const found =
        byEndpoint.get(`${method} ${path}`) ??
        templates.find(({ operation }) => operation.method === method && matchesPath(operation.path, path));
      return found && read(found);
    },
    methodsOf: (path) =>
      rows
        .filter(({ operation }) => matchesPath(operation.path, path))
        .map(({ operation }) => operation.method),
    byId(id) {
      const found = byId.get(id);
      return found && read(found);
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

/** Where a paged answer holds its parts, from the root of the answer: the specification says it from that of the result. */
function inAnswer(paging: Paging, { envelope }: Operation): Paging {
  const field = envelopes[envelope]?.[4];
  if (field === undefined) return paging;
  const below = (path: string) => path && `${field}.${path}`;
  const { items, total, more, next } = paging;
  return { ...paging, items: below(items), total: below(total), more: below(more), next: below(next) };
}

/** Parses generated data, which needs no check. */
function parse(texts: Readonly<Record<string, string>>, name: string): unknown {
  return JSON.parse(Object.hasOwn(texts, name) ? (texts[name] ?? '{}') : '{}');
}
