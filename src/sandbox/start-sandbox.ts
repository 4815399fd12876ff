import { WeibanConfigError } from '../base/errors.ts';
import type { WebhookAnswer, WebhookSenderOptions } from '../webhooks/index.ts';
import { createSandbox, type SandboxControls } from './create-sandbox.ts';
import { serveHttp } from './http-server.ts';
import type { SandboxOptions } from './options.ts';

/** What {@link startSandbox} takes beside the options of every sandbox. */
export interface SandboxServerOptions extends SandboxOptions {
  /** Any free port when left out. */
  readonly port?: number | undefined;
  /** 127.0.0.1 when left out. */
  readonly host?: string | undefined;
  /** Where `sendWebhook` sends to, and with which token and key. */
  readonly webhook?: WebhookSenderOptions | undefined;
}

/** A sandbox that listens. */
export interface Sandbox extends SandboxControls, AsyncDisposable {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** What `createWeiban` needs to call it. */
  readonly clientOptions: { readonly corpId: string; readonly secret: string; readonly baseUrl: string };
  /**
   * Sends an event, signed and encrypted, to the address of the option `webhook`. Rejects as `fetch` does where no answer
   * comes, and with WeibanConfigError without that option.
   */
  sendWebhook(event: object | string): Promise<WebhookAnswer>;
  close(): Promise<void>;
}

/**
 * Starts a server that answers as Weiban does. Rejects where the port can't be had.
 *
 * @throws WeibanConfigError where an option is not usable.
 */
export async function startSandbox(options: SandboxServerOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, webhook, ...others } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WeibanConfigError(`port is ${port}; give a whole number from 0, for any free one, to 65535.`);
  const core = createSandbox(others);
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
    clientOptions: { corpId, secret, baseUrl: server.url },
    async sendWebhook(event) {
      if (!webhook) {
        throw new WeibanConfigError(
          'sendWebhook knows no address; give startSandbox webhook: { url, token, encodingAesKey, receiveId }.',
        );
      }
      // Loaded when it is wanted: most tests receive nothing.
      const { createWebhookSender } = await import('../webhooks/index.ts');
      return createWebhookSender(webhook).send(event);
    },
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}
