/**
 * `call-types.ts`: the types of a call, its result and its errors. They are the same for every specification; they are
 * generated so that the output folder depends on nothing outside itself.
 */
export const CALL_TYPES = `import type { ErrorCodes, ErrorName, GlobalErrorName } from './error-codes.ts';

/** The options that every call takes in addition to its arguments. */
export interface CallOptions {
  /** Ends the call at any stage; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Time limit of the whole call, including every wait and retry, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Time limit of one request and its answer, in milliseconds. */
  readonly attemptTimeout?: number | undefined;
  /** How often a failed request is sent again if that is safe; \`false\` for never. */
  readonly retry?: number | false | undefined;
}

/** The kind of failure. */
export type ErrorKind = 'api' | 'transport' | 'timeout' | 'response' | 'limit' | 'config';

/**
 * What is wrong with an answer: it is empty, an HTML page (from a proxy), truncated JSON, a body of another type, text
 * that is not JSON, JSON without the fields for success or failure, a success flag that contradicts the code, a success
 * with an HTTP error status, more bytes than \`maxAnswerBytes\`, JSON nested too deep, a list that does not page as it should, a token answer without a usable token, or a
 * success that departs from the specification (only if \`weiban-openapi/validate\` is set to reject those).
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
  | 'too-large'
  | 'too-deep'
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
  /** The documented name of the code, if the operation has exactly one name for it. */
  readonly reason: N | GlobalErrorName | undefined;
  /** The vendor's own message. */
  readonly vendorMessage: string | undefined;
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined;
  /** What is wrong with the answer, if \`kind\` is \`response\`. */
  readonly problem: ResponseProblem | undefined;
  /** When the call can be sent, if \`kind\` is \`limit\` and the time is known. */
  readonly until: Date | undefined;
  /** Whether this is the named error. Only names that this operation documents compile. */
  is<K extends N | GlobalErrorName>(name: K): this is Known<K>;
}

/** The type that \`.is(name)\` narrows to. */
export interface Known<K extends ErrorName> {
  readonly kind: 'api' | 'limit';
  readonly code: ErrorCodes[K];
}

/** A call's value or its error. */
export type Outcome<T, N extends ErrorName> =
  | { readonly ok: true; readonly value: T; readonly error?: undefined }
  | { readonly ok: false; readonly error: ErrorOf<N>; readonly value?: undefined };

/** The HTTP answer behind the value. Never the URL, because it holds the token. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
}

/** A call in progress: a promise of its value, with other ways to get the outcome. */
export interface Call<T, N extends ErrorName> extends Promise<T> {
  /** Resolves to the value or the error; never rejects with a Weiban error. */
  result(): Promise<Outcome<T, N>>;
  /** Resolves to the value together with the HTTP status and headers. */
  withResponse(): Promise<{ readonly data: T; readonly response: RawResponse }>;
}

/** How to walk a list that counts its rows. */
export interface AheadOptions extends CallOptions {
  /** Pages that are requested at once; they still arrive in order. Default: 1. */
  readonly concurrency?: number | undefined;
  readonly order?: undefined;
}

/** How to walk a list from its end, if it counts its rows and pages by offset. */
export interface BackOptions extends CallOptions {
  /**
   * Walks from the end of the list to its start, for lists that get new rows at the start. The list's offset is then
   * where the walk stops. One page at a time.
   */
  readonly order: 'last-first';
  readonly concurrency?: undefined;
}

/** How to walk a list that counts its rows and pages by offset: several pages at once, or from its end. */
export type PageOptions = AheadOptions | BackOptions;

/** A list: a call for one page, and ways to walk all pages. O are the options that this list can be walked with. */
export interface List<P, T, I, N extends ErrorName, O = CallOptions> {
  (params: P, options?: CallOptions): Call<T, N>;
  /** The rows, page after page, from the position in the arguments. */
  items(params: P, options?: O): AsyncIterable<I>;
  /** The pages, as they were answered. */
  pages(params: P, options?: O): AsyncIterable<T>;
}

/** A list that needs no arguments. */
export interface OpenList<P, T, I, N extends ErrorName, O = CallOptions> {
  (params?: P, options?: CallOptions): Call<T, N>;
  /** The rows, page after page, from the position in the arguments. */
  items(params?: P, options?: O): AsyncIterable<I>;
  /** The pages, as they were answered. */
  pages(params?: P, options?: O): AsyncIterable<T>;
}

/**
 * A call for one page. The members are never set: they carry the type of a row and the options of a walk to \`items()\`
 * of the function form.
 */
export interface ListCall<T, I, N extends ErrorName, O = CallOptions> extends Call<T, N> {
  readonly '~item': I | undefined;
  readonly '~walk': O | undefined;
}

/** How a long list is sent in several calls. The options of a call apply to each of them. */
export interface SplitOptions extends CallOptions {
  /**
   * Calls under way at once, in order all the same; 1 when left out. Not for a write, which is sent one call at a time.
   */
  readonly concurrency?: number | undefined;
}

/** How a long list is sent batch by batch. */
export interface BatchOptions extends SplitOptions {
  /**
   * Goes on after a call that Weiban refused for what it held. Without this, and after any other failure, the rest is
   * not sent.
   */
  readonly onFailure?: 'continue' | undefined;
}

/** One call of a long list: its value or its error, and the part of the list that it held. */
export type Batch<T, E, N extends ErrorName> = Outcome<T, N> & {
  /** What the call held: the list from the index \`from\` up to but not including \`to\`. */
  readonly items: readonly E[];
  readonly from: number;
  readonly to: number;
};

/** A call that takes a list of limited length. The member is never set: it tells \`batches()\` the type of an item. */
export interface BatchCall<T, E, N extends ErrorName> extends Call<T, N> {
  readonly '~entry': E | undefined;
}

/** A call that answers with rows of a list's items. The member is never set: it tells \`all()\` the type of a row. */
export interface RowBatchCall<T, E, R, N extends ErrorName> extends BatchCall<T, E, N> {
  readonly '~row': R | undefined;
}

/** A call of any operation: it fits the type that each generated function gives it. */
export type AnyCall = ListCall<never, never, never, never> & RowBatchCall<never, never, never, never>;

/** What the function form needs. Every client has it. */
export interface Caller {
  readonly '~call': (row: string, params?: object, options?: CallOptions) => AnyCall;
}
`;
