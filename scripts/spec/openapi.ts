/** A JSON Schema 2020-12 object with this project's extensions, as written in the specification. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly description?: string;
  readonly format?: string;
  readonly deprecated?: boolean;
  readonly [keyword: string]: unknown;
}

/** A parameter: `schema` if it is plain, `content` if its value is sent as JSON text. */
export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie' | 'querystring';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly [key: string]: unknown;
}

/** A media type of a request or an answer. */
export interface MediaType {
  readonly schema?: Schema;
  readonly [key: string]: unknown;
}

/** An OpenAPI operation, including extensions. */
export interface OperationObject {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content?: Readonly<Record<string, MediaType>>;
  };
  readonly responses?: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, MediaType>>; readonly [key: string]: unknown }
    >
  >;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly [key: string]: unknown;
}

/** The methods of a Path Item, in the order in which they are generated. */
export const METHODS = [
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'query',
  'head',
  'options',
  'trace',
] as const;
export type Method = (typeof METHODS)[number];

/** Whether an operation of this method has a key of its own in a Path Item. */
export function isMethod(method: string): method is Method {
  return METHODS.some((known) => known === method);
}

/** A Path Item. */
export type PathItem = Readonly<Partial<Record<Method, OperationObject>>> & {
  readonly parameters?: readonly Parameter[];
  /** Operations of other methods by their name, which is sent as it is written. */
  readonly additionalOperations?: Readonly<Record<string, OperationObject>>;
  readonly [key: string]: unknown;
};

/** How an envelope reports success or failure: an entry of the root's `x-envelopes`. */
export interface Envelope {
  /** Name of the field with the code. */
  readonly code: string;
  /** Name of the field with the message. */
  readonly message: string;
  /** Codes that mean success. */
  readonly ok: readonly number[];
  /** Name of a boolean field that is true on success, if there is one. */
  readonly flag?: string;
  /** Name of the field that holds the result; without it the result's fields stand beside the envelope's. */
  readonly result?: string;
  /** Schema of the envelope's own fields in a successful answer. */
  readonly success: Schema;
  /** Schema of a failed answer. */
  readonly failure: Schema;
}

/** An OpenAPI document without references to other files. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly [key: string]: unknown;
  };
  readonly webhooks?: Readonly<Record<string, PathItem>>;
  readonly security?: OperationObject['security'];
  readonly tags?: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
}

/** Whether a value is an object and not an array, such as a parsed YAML map. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
