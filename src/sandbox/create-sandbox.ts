import type { ErrorName } from '../../generated/error-codes.ts';
import type { OperationTypes } from '../../generated/operation-types.ts';
import { sleep } from '../base/clock.ts';
import { resolveOptions, type SandboxOptions, scenarioOf } from './options.ts';
import type { JsonObject } from './paths.ts';
import type { SandboxPerson } from './persons.ts';
import { createScript, type SandboxRequest, type Scenario, type WhenOptions } from './scenarios.ts';
import { createServing } from './serve.ts';

/** The operationIds. */
export type OperationId = keyof OperationTypes;

/** Names of the errors that a scenario for a target may name: those that the operation documents, and those of any. */
type ErrorsAt<T extends string> = T extends OperationId
  ? OperationTypes[T]['errors'] | 'AccessTokenInvalid' | 'ConcurrencyLimitExceeded' | 'CallRateLimitExceeded'
  : ErrorName;

/** What a test does with a sandbox, whether it is a server or not. */
export interface SandboxControls {
  readonly corpId: string;
  readonly secret: string;
  /** The persons whose data stands in the answers. */
  readonly persons: readonly SandboxPerson[];
  /** What was asked, the last thousand requests; never a token or a secret. */
  readonly requests: readonly SandboxRequest[];
  /**
   * Sets what calls come to: of an operation, of a path, or of all (`*`, which leaves the token's call alone).
   *
   * @throws WeibanConfigError where a text names no scenario.
   */
  when<T extends OperationId | '*' | `/${string}`>(
    target: T,
    scenario: Scenario<ErrorsAt<T>> | `${string}`,
    options?: WhenOptions,
  ): void;
  /**
   * Puts a row in front of those that an operation lists or gets, to be answered as it is; false where the sandbox
   * remembers none for it.
   */
  put(operation: OperationId, row: object): boolean;
  /** Makes every token issued so far worthless. */
  revokeTokens(): void;
  /** As it was at the start: no writes, no tokens, no requests, the scenarios of the options. */
  reset(): void;
}

/** A sandbox without a server. */
export interface SandboxCore extends SandboxControls {
  /**
   * Answers a request as Weiban would. Rejects with the reason of the request's signal where it waits when that aborts;
   * resolves to `Response.error()` where the connection is to break.
   */
  handle(request: Request): Promise<Response>;
}

/**
 * A sandbox of the API: all of it but the server.
 *
 * @throws WeibanConfigError where an option is not usable.
 */
export function createSandbox(options: SandboxOptions = {}): SandboxCore {
  const config = resolveOptions(options);
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
  return {
    corpId: config.corpId,
    secret: config.secret,
    get persons() {
      return serving.data.persons();
    },
    requests,
    when: (target, scenario, when) => script.when(target, scenarioOf(scenario), when),
    // Sound: what has string keys is an object of JSON as far as a row is looked at.
    put: (operation, row) => serving.data.memory.put(operation, { ...row } as JsonObject),
    revokeTokens: () => serving.tokens.revoke(),
    reset() {
      script.clear();
      serving.reset();
      requests.length = 0;
      begin();
    },
    async handle(request) {
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
    },
  };
}
