import { expect, test } from 'vitest';
import vectors from 'weiban-openapi/vectors/limits.json' with { type: 'json' };
import * as rows from '../../generated/operations.ts';
import { parseOperation } from '../../src/base/operation-row.ts';
import { createLimiter } from '../../src/limits/limiter.ts';
import { createPauses } from '../../src/limits/pauses.ts';
import { resolveQuotas } from '../../src/limits/quotas.ts';
import { manualClock } from '../support/clocks.ts';
import { casesOf } from './cases.ts';

interface Schedule {
  readonly class: string;
  readonly limits?: { readonly minute?: number; readonly hour?: number };
  readonly calls: readonly {
    readonly endpoint: string;
    readonly at: number;
    readonly takes: number;
    readonly count?: number;
    readonly code?: number;
  }[];
}

const schedules = casesOf<Schedule, { starts: readonly [number, number][] }>(vectors, 'schedule');

test.each(schedules)('a schedule: %s', async (_, given, { starts }) => {
  const { codes } = vectors;
  const clock = manualClock(0);
  const limiter = createLimiter({
    company: 'c',
    quotas: resolveQuotas(given.limits && { windows: { [given.class]: given.limits } }),
    clock,
    isLimitCode: (code) => Object.values(codes).includes(code),
  });
  const started: number[] = [];
  for (const { endpoint, at, takes, count = 1, code = 0 } of given.calls) {
    await clock.advance(at - clock.now());
    const operation = parseOperation(`GET ${endpoint} r${given.class.charAt(0)}`);
    for (let call = 0; call < count; call++) {
      const { signal } = new AbortController();
      limiter.enter({ operation, deadline: Infinity, signal, onWait: () => undefined }).then((leave) => {
        started.push(clock.now());
        if (takes === 0) leave(code);
        else clock.after(takes, () => leave(code));
      });
    }
    await settled(() => started.length);
  }
  for (const [at] of starts) {
    await clock.advance(Math.max(0, at - clock.now()));
    await settled(() => started.length);
  }
  expect(inRuns(started)).toEqual(starts);
});

/** Waits until nothing more happens without the clock. */
async function settled(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  }
}

/** Pairs of a time and how often it comes in a row. */
function inRuns(times: readonly number[]): [time: number, count: number][] {
  const found: [number, number][] = [];
  for (const time of times) {
    const last = found.at(-1);
    if (last?.[0] === time) last[1]++;
    else found.push([time, 1]);
  }
  return found;
}

interface Refusals {
  readonly class: string;
  readonly code: number;
  readonly at: readonly number[];
}

const pauses = casesOf<Refusals, { until: readonly number[] }>(vectors, 'pauses');

test.each(pauses)('pauses: %s', (_, { class: limit, code, at }, { until }) => {
  const paused = createPauses();
  // A call that is refused at the end of a pause began there.
  const found = at.map((now) => {
    paused.refuse(limit.charAt(0), code, now, now);
    return paused.until(limit.charAt(0));
  });
  expect(found).toEqual(until);
});

test('the file has the limits of the specification, and the class of every operation', () => {
  const { windows, in_flight } = rows.limits;
  expect({ ...vectors.classes, code: vectors.codes.window }).toEqual(windows);
  expect({ company: vectors.inFlight, code: vectors.codes.inFlight }).toEqual(in_flight);
  const classes = new Map(
    Object.entries<readonly string[]>(vectors.operations).flatMap(([name, ids]) =>
      ids.map((id) => [id, name]),
    ),
  );
  for (const [id, row] of Object.entries(rows))
    if (typeof row === 'string' && /^(GET|POST) /.test(row) && id !== 'tokenRow')
      expect((classes.get(id) ?? 'read').charAt(0), id).toBe(parseOperation(row).limit);
});

test('every class has a vector that fills its minute', () => {
  const filled = schedules.filter(
    ([, { limits }, { starts }]) => !limits && starts.some(([at]) => at === 60_000),
  );
  expect(filled.map(([, given]) => given.class).sort()).toEqual(Object.keys(vectors.classes).sort());
});
