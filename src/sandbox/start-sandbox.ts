import { type GivenCredentials, givenSchemes, usesSchemes } from '../../generated/profile.ts';
import { WeibanConfigError } from '../base/errors.ts';
import { serveHttp } from '../base/serve-http.ts';
import type { WebhookAnswer, WebhookSenderOptions } from '../webhooks/index.ts';
import { createSandbox, type SandboxControls } from './create-sandbox.ts';
import type { SandboxOptions } from './options.ts';

/** The options of {@link startSandbox}: those of every sandbox, and those of the server. */
export interface SandboxServerOptions extends SandboxOptions {
  /** The port. Default: any free port. */
  readonly port?: number | undefined;
  /** The host to listen on. Default: 127.0.0.1. */
  readonly host?: string | undefined;
  /** The address, token and key of `sendWebhook`. */
  readonly webhook?: WebhookSenderOptions | undefined;
}

/** The options with which a client calls a sandbox. */
export interface SandboxClientOptions extends GivenCredentials {
  readonly corpId: string;
  readonly secret: string;
  readonly baseUrl: string;
}

/** A sandbox with a server. */
export interface Sandbox extends SandboxControls, AsyncDisposable {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** The options for `createWeiban` to call this sandbox. */
  readonly clientOptions: SandboxClientOptions;
  /**
   * Sends an event, signed and encrypted, to the address in the option `webhook`. Rejects as `fetch` does if there is
   * no answer, and with WeibanConfigError without that option.
   */
  sendWebhook(event: object | string): Promise<WebhookAnswer>;
  close(): Promise<void>;
}

/**
 * Starts a server that answers as Weiban does. Rejects if the port is not available.
 *
 * @throws WeibanConfigError if an option is invalid.
 */
export async function startSandbox(options: SandboxServerOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, webhook, ...sandboxOptions } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WeibanConfigError(`port is ${port}; pass an integer from 1 to 65535, or 0 for any free port.`);
  const core = createSandbox(sandboxOptions);
  const server = await serveHttp((request) => core.handle(request), host, port);
  const { corpId, secret } = core;
  return {
    corpId,
    secret,
    get persons() {
      return core.persons;
    },
    requests: core.requests,
    when: core.when,
    put: core.put,
    revokeTokens: core.revokeTokens,
    reset: core.reset,
    url: server.url,
    clientOptions: { corpId, secret, baseUrl: server.url, ...(usesSchemes && anyCredentials()) },
    async sendWebhook(event) {
      if (!webhook) {
        throw new WeibanConfigError(
          'sendWebhook has no address; pass webhook: { url, token, encodingAesKey, receiveId } to startSandbox.',
        );
      }
      // Loaded on demand: most tests send no messages.
      const { createWebhookSender } = await import('../webhooks/index.ts');
      return createWebhookSender(webhook).send(event);
    },
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}

/** A credential for every scheme. Without one a call would not be sent, although the sandbox takes any. */
function anyCredentials(): GivenCredentials {
  const credentials = givenSchemes.map(([scheme, isBasic]) => {
    const text = `sandbox-${scheme}`;
    return [scheme, isBasic ? { username: text, password: text } : text] as const;
  });
  return { credentials: Object.fromEntries(credentials) } as GivenCredentials;
}
