import { type Clock, systemClock } from '../base/clock.ts';
import { WeibanConfigError } from '../base/errors.ts';
import { numberAbove } from '../base/number-above.ts';
import type { SandboxLimits } from './limits.ts';
import { parseScenario, type Scenario } from './scenarios.ts';
import { scaleClock } from './time.ts';

/** What {@link createSandbox} takes; all of it may be left out. */
export interface SandboxOptions {
  /** The company that may ask for tokens. */
  readonly corpId?: string | undefined;
  readonly secret?: string | undefined;
  /** Decides every value that is made up: the same seed gives the same answers. 1 when left out. */
  readonly seed?: number | undefined;
  /** Rows of a list that counts its pages; 1,000 when left out. */
  readonly rows?: number | undefined;
  /** Persons whose data stands in all answers; when left out only in rows that are made up, one for each row. */
  readonly persons?: number | undefined;
  /** The documented limits, others, or none; the documented ones when left out. */
  readonly limits?: 'documented' | false | SandboxLimits | undefined;
  /** How many times as fast as the clock the sandbox's time goes: windows, blocks, lives of tokens, slow answers. */
  readonly timeScale?: number | undefined;
  /** Seconds that a token lives; 7,200 when left out. */
  readonly tokenLifetime?: number | undefined;
  /** Makes the n-th token, counted from 1. */
  readonly makeToken?: ((count: number) => string) | undefined;
  /** Milliseconds before each answer, so that calls are in flight for a while; 0 when left out. */
  readonly latency?: number | undefined;
  /** Whether requests are held against the specification; `false` answers any. */
  readonly checkRequests?: boolean | undefined;
  /** Scenarios from the start, by operationId, path, or `*` for all; as data or as text, `error:OpportunityNotFound`. */
  readonly scenarios?: Readonly<Record<string, Scenario | string>> | undefined;
  /** How many requests are kept in `requests`; 1,000 when left out. */
  readonly keptRequests?: number | undefined;
  /** The time that everything here goes by; for tests. */
  readonly clock?: Clock | undefined;
}

/** The options, complete and checked. */
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
 * Completes the options.
 *
 * @throws WeibanConfigError where a number is not usable or a scenario is none.
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
 * A scenario as data.
 *
 * @throws WeibanConfigError where a text is none.
 */
export function scenarioOf(given: Scenario | string): Scenario {
  if (typeof given !== 'string') return given;
  const scenario = parseScenario(given.replace(/^sandbox:/, ''));
  if (scenario) return scenario;
  throw new WeibanConfigError(unknownScenario(given));
}

/** What is said of a text that names no scenario. */
export function unknownScenario(text: string): string {
  return `${JSON.stringify(text.slice(0, 80))} is no scenario; write error:<name>, code:<number>, slow:<milliseconds>, stall, stall:body, html502, http500, truncated, empty, reset, storm:<calls> or drift:<rename|enum|null|missing|retype|extra>[:<pointer>].`;
}
