import type { StoredToken, TokenStore } from './token-store.ts';

/** A store in memory, for several clients of one process that are to share their tokens. */
export function createMemoryStore(): TokenStore {
  const tokens = new Map<string, StoredToken>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    read: async (key) => tokens.get(key),
    update(key, change) {
      const turn = (async () => {
        // Whether the one before succeeded is for its own caller to hear.
        await turns.get(key)?.catch(() => undefined);
        const token = await change(tokens.get(key));
        tokens.set(key, token);
        return token;
      })();
      turns.set(key, turn);
      return turn;
    },
  };
}
