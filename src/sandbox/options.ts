import { type Clock, systemClock } from '../base/clock.ts';
import { WeibanConfigError } from '../base/errors.ts';
import { numberAbove } from '../base/number-above.ts';
import type { SandboxLimits } from './limits.ts';
import { parseScenario, type Scenario } from './scenarios.ts';
import { scaleClock } from './time.ts';

/** The options of {@link createSandbox}. All are optional. */
export interface SandboxOptions {
  /** The id of the company that may request tokens. */
  readonly corpId?: string | undefined;
  readonly secret?: string | undefined;
  /** Decides every generated value: the same seed gives the same answers. Default: 1. */
  readonly seed?: number | undefined;
  /** Rows of each list with pages. Default: 1,000. */
  readonly rows?: number | undefined;
  /** Number of persons whose data is in all answers. By default only generated rows have persons, one for each row. */
  readonly persons?: number | undefined;
  /** The documented limits (the default), other limits, or none. */
  readonly limits?: 'documented' | false | SandboxLimits | undefined;
  /** How many times faster than the clock time passes: for windows, blocks, lifetimes of tokens, slow answers. */
  readonly timeScale?: number | undefined;
  /** Lifetime of a token, in seconds. Default: 7,200. */
  readonly tokenLifetime?: number | undefined;
  /** Creates the n-th token, counted from 1. */
  readonly makeToken?: ((count: number) => string) | undefined;
  /** Delay before each answer, in milliseconds, so that calls are in flight for a while. Default: 0. */
  readonly latency?: number | undefined;
  /** Whether to check requests against the specification; `false` accepts any. */
  readonly checkRequests?: boolean | undefined;
  /** Initial scenarios by operationId, path, or `*` for all; as data or as text such as `error:OpportunityNotFound`. */
  readonly scenarios?: Readonly<Record<string, Scenario | string>> | undefined;
  /** Lets web pages call the sandbox: those of one origin such as `http://localhost:5173`, or `true` for all. Default: none. */
  readonly cors?: boolean | string | undefined;
  /** How many requests to keep in `requests`. Default: 1,000. */
  readonly keptRequests?: number | undefined;
  /** The clock of the sandbox, for tests. */
  readonly clock?: Clock | undefined;
}

/** The options with defaults, after validation. */
export interface SandboxConfig {
  readonly corpId: string;
  readonly secret: string;
  readonly seed: number;
  readonly rows: number;
  readonly persons: number | undefined;
  readonly limits: 'documented' | false | SandboxLimits;
  readonly tokenLifetime: number;
  readonly makeToken: (count: number) => string;
  readonly latency: number;
  readonly checkRequests: boolean;
  readonly scenarios: readonly (readonly [target: string, scenario: Scenario])[];
  readonly keptRequests: number;
  readonly clock: Clock;
}

/**
 * Validates the options and adds defaults.
 *
 * @throws WeibanConfigError if a number or a scenario is invalid.
 */
export function resolveOptions(options: SandboxOptions): SandboxConfig {
  const { corpId = 'sandbox-corp', secret = 'sandbox-secret', seed = 1, rows = 1000, persons } = options;
  const { limits = 'documented', timeScale = 1, tokenLifetime = 7200, latency = 0 } = options;
  return {
    corpId,
    secret,
    seed,
    rows: numberAbove(-1, 'rows', rows),
    persons: persons === undefined ? undefined : numberAbove(-1, 'persons', persons),
    limits,
    tokenLifetime: numberAbove(0, 'tokenLifetime', tokenLifetime),
    makeToken: options.makeToken ?? ((count) => `sandbox-token-${seed}-${count}`),
    latency: numberAbove(-1, 'latency', latency),
    checkRequests: options.checkRequests ?? true,
    scenarios: Object.entries(options.scenarios ?? {}).map(
      ([target, scenario]) => [target, scenarioOf(scenario)] as const,
    ),
    keptRequests: numberAbove(-1, 'keptRequests', options.keptRequests ?? 1000),
    clock: scaleClock(options.clock ?? systemClock, numberAbove(0, 'timeScale', timeScale)),
  };
}

/**
 * Returns a scenario as data.
 *
 * @throws WeibanConfigError if a text is not a scenario.
 */
export function scenarioOf(given: Scenario | string): Scenario {
  if (typeof given !== 'string') return given;
  const scenario = parseScenario(given.replace(/^sandbox:/, ''));
  if (scenario) return scenario;
  throw new WeibanConfigError(unknownScenario(given));
}

/** The error message for a text that is not a scenario. */
export function unknownScenario(text: string): string {
  return `${JSON.stringify(text.slice(0, 80))} is not a scenario; write error:<name>, code:<number>, slow:<milliseconds>, stall, stall:body, html502, http500, truncated, empty, reset, storm:<calls> or drift:<rename|enum|null|missing|retype|extra>[:<pointer>].`;
}
