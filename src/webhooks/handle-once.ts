import type { ReplayStore } from './replay-store.ts';

/** The result of a delivery: handled now or before, failed, or being handled by another process. */
type Handling = 'handled' | 'failed' | 'running';

/** Handles the message with that key, unless it was handled already. Never rejects. */
export type HandleOnce = (key: string, handle: () => Promise<void>) => Promise<Handling>;

/**
 * Creates a function that handles each message once. A delivery that arrives while the message is being
 * handled waits and gets the same result. After a success a redelivery is not handled, after a failure it is.
 *
 * @param reportError is called once for each error.
 */
export function createHandleOnce(store: ReplayStore, reportError: (error: unknown) => void): HandleOnce {
  const running = new Map<string, Promise<Handling>>();

  const run = async (key: string, handle: () => Promise<void>): Promise<Handling> => {
    try {
      const claim = await store.claim(key);
      if (claim === 'done') return 'handled';
      if (claim === 'running') return 'running';
      try {
        await handle();
      } catch (error) {
        reportError(error);
        await claim.release();
        return 'failed';
      }
      // The message is handled even if the store cannot remember it. A failure here must not cause a redelivery.
      await claim.finish().catch(reportError);
      return 'handled';
    } catch (error) {
      reportError(error);
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
