/** A request without its server and without its token. */
export interface HttpRequest {
  readonly method: string;
  /** Begins with a slash. */
  readonly path: string;
  /** Encoded, without a question mark. */
  readonly query: string;
  /** JSON text; a string, so that it goes out with its length and not in chunks. */
  readonly body?: string | undefined;
  readonly headers?: Headers;
}

/** What came back. Never the `Response` itself: its `url` holds the token. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The part of `fetch` that the client uses: a full URL and an init with string or no body. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;
