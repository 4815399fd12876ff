import type { Clock } from '../base/clock.ts';

/** A token that the sandbox issued. */
interface Issued {
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** The scenario of the secret that it was issued for. */
  readonly scenario: string | undefined;
}

/** The tokens that are valid. */
export interface Tokens {
  /** Makes a token; all calls made with it get the scenario. */
  issue(scenario: string | undefined): string;
  /** What a valid token was issued for; undefined for one that is none, or that has expired. */
  check(token: string | null): Issued | undefined;
  /** Makes every token issued so far worthless. */
  revoke(): void;
}

/** Tokens kept at once; the oldest ones go first. */
const MOST = 10_000;

/** Issues tokens that live so many seconds of the clock's time. */
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
