/** A request, without its server and its token. */
export interface HttpRequest {
  readonly method: string;
  /** Begins with a slash. */
  readonly path: string;
  /** Encoded, without a question mark. */
  readonly query: string;
  /** Text or bytes, so that it is sent with a content length and not in chunks, and can be sent again. */
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
  readonly headers?: Headers;
}

/** The answer to a request. Never the `Response` itself, because its `url` contains the token. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer itself where a successful call answers bytes; `text` is empty then. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * The part of `fetch` that the client uses: a full URL, and an init with a string as its body or without a body. Only
 * `weiban.fetch` and `weiban.http` pass bytes, a `Uint8Array`, for a body that is not text.
 */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;
