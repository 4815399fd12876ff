import { type HttpHandler, http } from 'msw';
import { basePath, server } from '../../generated/operations.ts';
import { resolveBase } from '../base/base-url.ts';
import type { SandboxOptions } from '../sandbox/internal.ts';
import { createSandbox, type SandboxCore } from '../sandbox/internal.ts';
import { addressOf } from './address.ts';

/** The options of {@link weibanHandlers}: those of a sandbox, or a sandbox that the test keeps. */
export interface WeibanHandlersOptions extends SandboxOptions {
  /** The base URL of the client. Default: the vendor's server. */
  readonly baseUrl?: string | undefined;
  /** The sandbox that answers. Default: a new one with the other options. A test that sets scenarios passes its own. */
  readonly sandbox?: SandboxCore | undefined;
}

/**
 * Handlers of msw 2 that answer every call to Weiban as the sandbox does, without a server.
 *
 * @throws WeibanConfigError if an option is invalid.
 */
export function weibanHandlers(options: WeibanHandlersOptions = {}): HttpHandler[] {
  const { baseUrl, sandbox = createSandbox(options) } = options;
  const { pathname: prefix, origin } = new URL(resolveBase(baseUrl ?? server));
  return [
    http.all(addressOf(baseUrl, `${basePath}/*`), ({ request }) => {
      if (prefix === '/') return sandbox.handle(request);
      // The sandbox expects paths from the server's root.
      const { pathname, search } = new URL(request.url);
      return sandbox.handle(new Request(origin + pathname.slice(prefix.length) + search, request));
    }),
  ];
}
