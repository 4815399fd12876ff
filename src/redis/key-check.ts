import type { Clock } from '../base/clock.ts';
import type { OwnCalls } from './own-calls.ts';
import type { SharedCalls } from './shared-calls.ts';

interface KeyCheckOptions {
  readonly own: OwnCalls;
  readonly shared: SharedCalls;
  /** The marker of each company, as this process knows it. */
  readonly markers: ReadonlyMap<string, string>;
  readonly isShared: () => boolean;
  readonly onKeysLost: () => void;
  readonly onError: (error: unknown) => void;
  readonly clock: Clock;
}

const CHECK_MS = 500;

/**
 * Checks twice a second that Redis takes writes and still has the calls of this process, as long as a window counts one.
 * A process that sends nothing would not notice that its calls are lost, and the others could not know about them. Nor
 * would it notice that the others had to do without Redis, and it would count on their calls being there. Returns a function that
 * starts the checks unless they run.
 */
export function createKeyCheck(options: KeyCheckOptions): () => void {
  const { own, isShared, clock, onError } = options;
  let isRunning = false;
  const next = () => {
    isRunning = true;
    // `unref`: a program that has finished does not wait for Redis.
    setTimeout(async () => {
      isRunning = false;
      if (own.endpoints(clock.now()).length > 0) next();
      try {
        if (isShared()) await check(options);
      } catch (error) {
        onError(error);
      }
    }, CHECK_MS).unref();
  };
  return () => {
    if (!isRunning) next();
  };
}

async function check({ own, shared, markers, isShared, onKeysLost, clock }: KeyCheckOptions): Promise<void> {
  const calls = own.expected(clock.now());
  for (const [company, marker] of markers) {
    const expected = calls.filter((call) => call.company === company);
    if (expected.length === 0 || (await shared.has(company, marker, expected))) continue;
    // Whoever noticed it meanwhile has dealt with it.
    if (isShared() && markers.get(company) === marker) onKeysLost();
  }
}
