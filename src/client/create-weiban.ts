import type { Caller, Methods } from '../../generated/client.ts';
import { operations } from '../../generated/operations.ts';
import { callerOf } from './caller.ts';
import type { WeibanOptions } from './config.ts';
import { createCore } from './create-core.ts';
import { createHttp, type HttpClient } from './http.ts';
import { createMethods } from './methods.ts';

/** The client: every operation as a method, and `http` for calls by path. */
export interface Weiban extends Methods, Caller {
  /** The openapi-fetch client, with the same token, limits, retries and errors. */
  readonly http: HttpClient;
  /**
   * Sends a bare request with the same token, limits, retries and errors. Takes a path from the server's
   * root, or a full URL on that server. Resolves to any answer from Weiban, even a failure; rejects with the
   * errors of this package.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/**
 * Creates a client for one company. Sends nothing before the first call, which requests the token.
 *
 * @throws WeibanConfigError if a credential is missing or an option is not usable.
 */
export function createWeiban(options: WeibanOptions = {}): Weiban {
  const core = createCore(options);
  const caller = callerOf(core);
  // Created on first use, because the first access to `Request` makes Node load its fetch.
  let byPath: ReturnType<typeof createHttp> | undefined;
  const paths = () => {
    byPath ??= createHttp(core);
    return byPath;
  };
  return {
    ...createMethods(operations, caller, core.config.clock),
    ...caller,
    get http() {
      return paths().http;
    },
    fetch: (input, init) => paths().fetch(input, init),
  };
}
