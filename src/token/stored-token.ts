import type { StoredToken } from './token-store.ts';

/** Whether a value read from a store is a stored token. */
export function isStoredToken(value: unknown): value is StoredToken {
  const { token, issuedAt, lifetime }: Partial<Record<keyof StoredToken, unknown>> = Object(value);
  return typeof token === 'string' && Number.isFinite(issuedAt) && Number.isFinite(lifetime);
}
