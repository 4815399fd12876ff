import type { ReplayStore } from './replay-store.ts';

/** What came of a delivery: handled now or before, its handling failed, or another process is at it. */
type Handling = 'handled' | 'failed' | 'running';

/** Handles a message that has that key, unless it is handled already. Never rejects. */
export type HandleOnce = (key: string, handle: () => Promise<void>) => Promise<Handling>;

/**
 * Handles each message once: deliveries that come while the first is being handled wait for it and share its fate, one
 * that comes after a success is not handled, one that comes after a failure is.
 *
 * @param tell is told what went wrong, once.
 */
export function createHandleOnce(store: ReplayStore, tell: (error: unknown) => void): HandleOnce {
  const running = new Map<string, Promise<Handling>>();

  const run = async (key: string, handle: () => Promise<void>): Promise<Handling> => {
    try {
      const claim = await store.claim(key);
      if (claim === 'done') return 'handled';
      if (claim === 'running') return 'running';
      try {
        await handle();
      } catch (error) {
        tell(error);
        await claim.release();
        return 'failed';
      }
      // Handled it is, whether or not the store can keep that: a failure here must not call for a redelivery.
      await claim.finish().catch(tell);
      return 'handled';
    } catch (error) {
      tell(error);
      return 'failed';
    }
  };

  return (key, handle) => {
    const first = running.get(key);
    if (first) return first;
    const handling = run(key, handle).finally(() => running.delete(key));
    running.set(key, handling);
    return handling;
  };
}
