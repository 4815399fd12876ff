import type { StoredToken, TokenStore } from './token-store.ts';

/** Creates a token store in memory, for clients of one process that share their tokens. */
export function createMemoryStore(): TokenStore {
  const tokens = new Map<string, StoredToken>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    read: async (key) => tokens.get(key),
    update(key, change) {
      const turn = (async () => {
        // A failure of the previous update concerns only its own caller.
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
