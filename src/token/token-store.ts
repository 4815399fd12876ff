/** A token as it is kept. */
export interface StoredToken {
  readonly token: string;
  /** When it was asked for: milliseconds since the epoch, by the clock of the machine that asked. */
  readonly issuedAt: number;
  /** Milliseconds that it lives from then. */
  readonly lifetime: number;
}

/**
 * Where tokens are kept: in memory, in a file, in Redis, or anywhere else with these two functions. A key stands for
 * one company and one secret and gives neither away. A store that cannot be reached rejects; the client then goes
 * on without it.
 */
export interface TokenStore {
  /** The token as last written, if there is one. */
  read(key: string): Promise<StoredToken | undefined>;
  /**
   * Runs `change` on what is stored, while no other caller of `update` with that key does, in this process or another;
   * keeps what it resolves to, and resolves to that. When `change` rejects, nothing is written and `update` rejects with
   * the same error.
   */
  update(
    key: string,
    change: (stored: StoredToken | undefined) => Promise<StoredToken>,
  ): Promise<StoredToken>;
}
