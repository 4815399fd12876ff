import type { Clock } from '../base/clock.ts';

/** A token that the sandbox issued. */
interface Issued {
  /** When it expires, in milliseconds since the epoch. */
  readonly until: number;
  /** The scenario of the secret that it was issued for. */
  readonly scenario: string | undefined;
}

/** The valid tokens. */
export interface Tokens {
  /** Creates a token. All calls with it get the scenario. */
  issue(scenario: string | undefined): string;
  /** The record of a valid token; undefined if the token is unknown or has expired. */
  check(token: string | null): Issued | undefined;
  /** Invalidates every token issued so far. */
  revoke(): void;
}

/** The maximum number of tokens. The oldest are dropped first. */
const MOST = 10_000;

/** Issues tokens with a lifetime in seconds of the clock's time. */
export function createTokens(clock: Clock, lifetime: number, makeToken: (count: number) => string): Tokens {
  const valid = new Map<string, Issued>();
  let count = 0;
  return {
    issue(scenario) {
      const token = makeToken(++count);
      valid.set(token, { until: clock.now() + lifetime * 1000, scenario });
      for (const oldest of valid.keys()) {
        if (valid.size <= MOST) break;
        valid.delete(oldest);
      }
      return token;
    },
    check(token) {
      const issued = token === null ? undefined : valid.get(token);
      return issued && issued.until > clock.now() ? issued : undefined;
    },
    revoke: () => valid.clear(),
  };
}
