/** A token with its lifetime, as stores keep it. */
export interface StoredToken {
  readonly token: string;
  /** When it was requested, in milliseconds since the epoch by the clock of the requesting machine. */
  readonly issuedAt: number;
  /** How long it is valid from then on, in milliseconds. */
  readonly lifetime: number;
}

/**
 * Keeps tokens: in memory, in a file, in Redis, or anywhere else that can provide these two functions. A key
 * identifies one company and one secret and reveals neither. A store that cannot be reached rejects; the
 * client then continues without it.
 */
export interface TokenStore {
  /** Returns the token as last written, if there is one. */
  read(key: string): Promise<StoredToken | undefined>;
  /**
   * Runs `change` on the stored token, while no other `update` of that key runs, in this process or another.
   * Stores the result of `change` and resolves to it. If `change` rejects, nothing is written and `update`
   * rejects with the same error.
   */
  update(
    key: string,
    change: (stored: StoredToken | undefined) => Promise<StoredToken>,
  ): Promise<StoredToken>;
}
