/** A request, without its server and its token. */
export interface HttpRequest {
  readonly method: string;
  /** Begins with a slash. */
  readonly path: string;
  /** Encoded, without a question mark. */
  readonly query: string;
  /** JSON text. A string, so that it is sent with a content length and not in chunks. */
  readonly body?: string | undefined;
  readonly headers?: Headers;
}

/** The answer to a request. Never the `Response` itself, because its `url` contains the token. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The part of `fetch` that the client uses: a full URL, and an init with a string as its body or without a body. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;
