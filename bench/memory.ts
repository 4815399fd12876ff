import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createWeiban } from '../src/index.ts';
import { fastClock } from '../test/support/clocks.ts';
import type { Figure } from './support/figures.ts';
import { stubFetch } from './support/stub.ts';

const STEP = 20_000;

/** Measures the heap after every 20,000 of 100,000 calls, with the documented limits and a clock that is 6,000 times as fast. */
export async function memory(): Promise<Figure[]> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const weiban = createWeiban({
    corpId: 'bench',
    secret: 'bench',
    fetch: stubFetch,
    clock: fastClock(6000),
    timeout: Infinity,
    attemptTimeout: Infinity,
  });
  const heaps: number[] = [];
  for (let step = 0; step <= 5; step++) {
    // The first step warms up.
    for (let count = 0; count < STEP; count++) await weiban.opportunity.one({ serial_number: 'SJ20240305' });
    collect();
    heaps.push(process.memoryUsage().heapUsed);
  }
  const section = 'memory over 100,000 calls';
  const figures = heaps.map((heap, step) => ({
    section,
    name: `heap after ${((step + 1) * STEP).toLocaleString('en')} calls`,
    value: heap / 2 ** 20,
    unit: 'MiB',
  }));
  const [first = 0] = heaps;
  const slope = ((heaps.at(-1) ?? 0) - first) / (STEP * 5);
  // The hour's window keeps the end times of 36,000 calls, 8 bytes each, however many calls are made.
  return [
    ...figures,
    { section, name: 'growth from the first to the last', value: slope, unit: 'bytes a call' },
  ];
}
