import type { Clock } from '../base/clock.ts';

/** A clock that runs `scale` times as fast as another one, from the current time on. */
export function scaleClock(clock: Clock, scale: number): Clock {
  if (scale === 1) return clock;
  const start = clock.now();
  return {
    now: () => start + (clock.now() - start) * scale,
    after: (milliseconds, work) => clock.after(milliseconds / scale, work),
  };
}
