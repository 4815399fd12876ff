/**
 * `call-types.ts`: what a call returns and how its failure narrows. The types are the same for every specification;
 * the generated folder holds them so that it depends on nothing outside itself.
 */
export const CALL_TYPES = `import type { ErrorCodes, ErrorName, GlobalErrorName } from './error-codes.ts';

/** What every call takes beside its arguments. */
export interface CallOptions {
  /** Ends the call, wherever it is; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time for the whole call, every wait and retry included, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Longest time for one request and its answer, in milliseconds. */
  readonly attemptTimeout?: number | undefined;
  /** How often a request that failed is sent again where that is safe; \`false\` for never. */
  readonly retry?: number | false | undefined;
}

/** What kind of failure an error is. */
export type ErrorKind = 'api' | 'transport' | 'timeout' | 'response' | 'limit' | 'config';

/**
 * What is wrong with an answer: nothing in it, a page of HTML (a proxy's), JSON that ends too soon, a body of
 * another type, text that is no JSON, JSON without the fields that say success or failure, a success flag that
 * contradicts the code, a success within an HTTP failure, a list that does not page as it should, a token answer
 * without a usable token, a success that is not as the specification says, where \`weiban-openapi/validate\` is told
 * to reject one.
 */
export type ResponseProblem =
  | 'empty'
  | 'html'
  | 'truncated'
  | 'content-type'
  | 'not-json'
  | 'no-envelope'
  | 'contradiction'
  | 'status'
  | 'paging'
  | 'token'
  | 'mismatch';

/** A failed call, typed by the errors that its operation documents. \`ErrorOf<ErrorName>\` takes any of them. */
export interface ErrorOf<N extends ErrorName> extends Error {
  readonly kind: ErrorKind;
  /** The operationId of the call. */
  readonly operation: string | undefined;
  /** The vendor's code, documented or not. Undefined unless \`kind\` is \`api\`, or \`limit\` after a limit code. */
  readonly code: number | undefined;
  /** The documented name of the code, where it has just one on this operation. */
  readonly reason: N | GlobalErrorName | undefined;
  /** The vendor's own message. */
  readonly vendorMessage: string | undefined;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** What is wrong with the answer, where \`kind\` is \`response\`. */
  readonly problem: ResponseProblem | undefined;
  /** When the call can be sent, where \`kind\` is \`limit\` and that is known. */
  readonly until: Date | undefined;
  /** Whether this is the named error; only names that this operation documents compile. */
  is<K extends N | GlobalErrorName>(name: K): this is Known<K>;
}

/** What \`.is(name)\` narrows to. */
export interface Known<K extends ErrorName> {
  readonly kind: 'api' | 'limit';
  readonly code: ErrorCodes[K];
}

/** A call's value or its error. */
export type Outcome<T, N extends ErrorName> =
  | { readonly ok: true; readonly value: T; readonly error?: undefined }
  | { readonly ok: false; readonly error: ErrorOf<N>; readonly value?: undefined };

/** The answer below the value: never the URL, which holds the token. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
}

/** A call that is under way: a promise of its value, and other ways to take it. */
export interface Call<T, N extends ErrorName> extends Promise<T> {
  /** The value or the error as a value; never rejects with a Weiban error. */
  result(): Promise<Outcome<T, N>>;
  /** The value together with the HTTP status and headers. */
  withResponse(): Promise<{ readonly data: T; readonly response: RawResponse }>;
}

/** How a list is walked. */
export interface PageOptions extends CallOptions {
  /** Pages asked for at once, in order all the same; 1 when left out. Only where the list counts its rows. */
  readonly concurrency?: number | undefined;
  /**
   * From the end of the list to its start, for lists where new rows come in at the start; the list's own offset then
   * says where to stop. Only where the list pages by offset and counts its rows.
   */
  readonly order?: 'last-first' | undefined;
}

/** A list: a call for one page, and ways to walk all of them. */
export interface List<P, T, I, N extends ErrorName> {
  (params: P, options?: CallOptions): Call<T, N>;
  /** The rows, page after page, from where the arguments say. */
  items(params: P, options?: PageOptions): AsyncIterable<I>;
  /** The pages, each as its answer came. */
  pages(params: P, options?: PageOptions): AsyncIterable<T>;
}

/** A list that needs no arguments. */
export interface OpenList<P, T, I, N extends ErrorName> {
  (params?: P, options?: CallOptions): Call<T, N>;
  /** The rows, page after page, from where the arguments say. */
  items(params?: P, options?: PageOptions): AsyncIterable<I>;
  /** The pages, each as its answer came. */
  pages(params?: P, options?: PageOptions): AsyncIterable<T>;
}

/** A call for one page. The member is never set: it tells \`items()\` of the function form the type of a row. */
export interface ListCall<T, I, N extends ErrorName> extends Call<T, N> {
  readonly '~item': I | undefined;
}

/** What a function of the function form needs: any client has it. */
export interface Caller {
  readonly '~call': (row: string, params?: object, options?: CallOptions) => ListCall<never, never, never>;
}
`;
