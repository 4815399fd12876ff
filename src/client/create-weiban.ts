import type { Caller, Methods } from '../../generated/client.ts';
import { operations } from '../../generated/operations.ts';
import { callerOf } from './caller.ts';
import type { WeibanOptions } from './config.ts';
import { createCore } from './create-core.ts';
import { createHttp, type HttpClient } from './http.ts';
import { createMethods } from './methods.ts';

/** The client: every operation as a method, and `http` for those who prefer paths. */
export interface Weiban extends Methods, Caller {
  /** The openapi-fetch client over the same token, limits, retries and errors. */
  readonly http: HttpClient;
  /**
   * The same for a bare request, by a path from the server's root or a whole URL on that server. Resolves to any answer
   * that is Weiban's, a failure included; rejects with the errors of this package.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/**
 * Creates a client of one company. Nothing is sent before the first call, which asks for the token.
 *
 * @throws WeibanConfigError when a credential is missing or an option is not usable.
 */
export function createWeiban(options: WeibanOptions = {}): Weiban {
  const core = createCore(options);
  const caller = callerOf(core);
  // Made when it is asked for: the first look at `Request` makes Node load its fetch.
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
