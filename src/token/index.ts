// The face of this room for the rest of the package; consumers get the exports of src/index.ts.
export { createMemoryStore } from './memory-store.ts';
export { isStoredToken } from './stored-token.ts';
export { createTokenSource, type TokenSource } from './token-source.ts';
export type { StoredToken, TokenStore } from './token-store.ts';
