import type { StoredToken } from './token-store.ts';

/** Whether something that was read from outside is a token as it is kept. */
export function isStoredToken(value: unknown): value is StoredToken {
  const { token, issuedAt, lifetime }: Partial<Record<keyof StoredToken, unknown>> = Object(value);
  return typeof token === 'string' && Number.isFinite(issuedAt) && Number.isFinite(lifetime);
}
