import { type HttpHandler, http } from 'msw';
import type { SandboxOptions } from '../sandbox/internal.ts';
import { createSandbox, type SandboxCore } from '../sandbox/internal.ts';
import { addressOf } from './address.ts';

/** What {@link weibanHandlers} takes: the options of a sandbox, or one that a test holds on to. */
export interface WeibanHandlersOptions extends SandboxOptions {
  /** Where the client sends its calls; the vendor's server when left out. */
  readonly baseUrl?: string | undefined;
  /** Answers the calls; made of the other options when left out. A test that scripts scenarios keeps it. */
  readonly sandbox?: SandboxCore | undefined;
}

/**
 * Handlers of msw 2 that answer every call to Weiban as the sandbox does, without a server.
 *
 * @throws WeibanConfigError where an option is not usable.
 */
export function weibanHandlers(options: WeibanHandlersOptions = {}): HttpHandler[] {
  const { baseUrl, sandbox = createSandbox(options) } = options;
  const root = addressOf(baseUrl, '');
  const { pathname: prefix, origin } = new URL(root);
  return [
    http.all(`${root}/open-api/*`, ({ request }) => {
      if (prefix === '/') return sandbox.handle(request);
      // The sandbox knows paths from the server's root.
      const { pathname, search } = new URL(request.url);
      return sandbox.handle(new Request(origin + pathname.slice(prefix.length) + search, request));
    }),
  ];
}
