import type { ErrorName, GlobalErrorName } from '../../generated/error-codes.ts';
import type { OperationTypes } from '../../generated/operation-types.ts';
import { sleep } from '../base/clock.ts';
import { createCors } from './cors.ts';
import { resolveOptions, type SandboxOptions, scenarioOf } from './options.ts';
import type { JsonObject } from './paths.ts';
import type { SandboxPerson } from './persons.ts';
import { createScript, type SandboxRequest, type Scenario, type WhenOptions } from './scenarios.ts';
import { createServing } from './serve.ts';

/** The operationIds. */
export type OperationId = keyof OperationTypes;

/** The errors that a scenario for a target may name: those that the operation documents, and the common ones. */
type ErrorsAt<T extends string> = T extends OperationId
  ? OperationTypes[T]['errors'] | GlobalErrorName
  : ErrorName;

/** The controls of a sandbox for a test, with or without a server. */
export interface SandboxControls {
  readonly corpId: string;
  readonly secret: string;
  /** The persons whose data is in the answers. */
  readonly persons: readonly SandboxPerson[];
  /** The last requests (`keptRequests` of them); never a token or a secret. */
  readonly requests: readonly SandboxRequest[];
  /**
   * Sets a scenario for the calls of an operation, of a path, or for all calls (`*`, except the token's call).
   *
   * @throws WeibanConfigError if a text is not a scenario.
   */
  when<T extends OperationId | '*' | `/${string}`>(
    target: T,
    scenario: Scenario<ErrorsAt<T>> | `${string}`,
    options?: WhenOptions,
  ): void;
  /**
   * Puts a row at the start of those that an operation lists or gets. It is answered unchanged. Returns false if the
   * sandbox remembers no rows for the operation.
   */
  put(operation: OperationId, row: object): boolean;
  /** Invalidates every token issued so far. */
  revokeTokens(): void;
  /** Restores the state at the start: no writes, no tokens, no requests, the scenarios of the options. */
  reset(): void;
}

/** A sandbox without a server. */
export interface SandboxCore extends SandboxControls {
  /**
   * Answers a request as Weiban would. Rejects with the reason of the request's signal if that aborts while the sandbox
   * waits. Resolves to `Response.error()` if a scenario breaks the connection.
   */
  handle(request: Request): Promise<Response>;
}

/**
 * Creates a sandbox of the API without a server.
 *
 * @throws WeibanConfigError if an option is invalid.
 */
export function createSandbox(options: SandboxOptions = {}): SandboxCore {
  const config = resolveOptions(options);
  const cors = createCors(options.cors ?? false);
  const script = createScript();
  const requests: SandboxRequest[] = [];
  const serving = createServing(config, script, (seen) => {
    requests.push(seen);
    if (requests.length > config.keptRequests) requests.shift();
  });
  const begin = () => {
    for (const [target, scenario] of config.scenarios) script.when(target, scenario);
  };
  begin();
  const answer = async (request: Request): Promise<Response> => {
    const arrival = serving.limits.arrive();
    const { end } = arrival;
    request.signal.addEventListener('abort', end, { once: true });
    try {
      const response = await serving.answer(request, arrival);
      if (config.latency > 0) await sleep(config.clock, config.latency, request.signal);
      return response;
    } finally {
      request.signal.removeEventListener('abort', end);
      end();
    }
  };
  return {
    corpId: config.corpId,
    secret: config.secret,
    get persons() {
      return serving.data.persons();
    },
    requests,
    when: (target, scenario, when) => script.when(target, scenarioOf(scenario), when),
    // The cast is safe because code that reads a row expects nothing but string keys.
    put: (operation, row) => serving.data.memory.put(operation, { ...row } as JsonObject),
    revokeTokens: () => serving.tokens.revoke(),
    reset() {
      script.clear();
      serving.reset();
      requests.length = 0;
      begin();
    },
    handle: (request) => (cors ? cors(request, () => answer(request)) : answer(request)),
  };
}
