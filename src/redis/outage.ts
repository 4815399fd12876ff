import type { Redis } from 'ioredis';
import type { Clock } from '../base/clock.ts';
import type { GateCall } from '../limits/index.ts';
import { createKeyCheck } from './key-check.ts';
import { keysLostError } from './keys-lost.ts';
import { type OwnCalls, SETTLE_MS } from './own-calls.ts';
import { type ServerWatch, watchServer } from './server-watch.ts';
import type { SharedCalls } from './shared-calls.ts';

/** Whether Redis is unavailable to this process, and when calls may be sent meanwhile. */
export interface Outage {
  /** Whether Redis cannot be used, so that no call is entered there. */
  isAway(): boolean;
  /** Milliseconds until the call may be sent within this process's share; 0 while the limits are shared. */
  wait(call: GateCall): number;
  /** Reports a failed command. */
  lose(error: unknown): void;
  /** Reports that Redis answers and has lost keys. */
  loseKeys(): void;
  /** The marker of a company that this process knows, or ''. */
  marker(company: string): string;
  /** Redis entered a call of the company, and has this marker. */
  enter(company: string, marker: string): void;
}

interface OutageOptions {
  readonly redis: Redis;
  readonly own: OwnCalls;
  readonly shared: SharedCalls;
  readonly processes: number;
  /** Milliseconds that the process stays within its share after it has reported its calls to Redis. */
  readonly rejoinAfter: number;
  readonly onAway: (error: unknown) => void;
  readonly onBack: (() => void) | undefined;
  readonly clock: Clock;
}

interface State {
  mode: 'shared' | 'away' | 'rejoining';
  awaySince: number;
  lostAt: number;
  cause: unknown;
  /** When the limits are shared again; `Infinity` until this process's calls are reported. */
  backAt: number;
  isReported: boolean;
  hasForgotten: boolean;
  run: Promise<string | undefined>;
  readonly markers: Map<string, string>;
}

const PROBE_MS = 500;

/**
 * Notices that Redis is lost, reports this process's calls once Redis can be used again, and then shares the
 * limits again.
 */
export function createOutage(options: OutageOptions): Outage {
  const { redis, own, processes, rejoinAfter, onAway, onBack, clock } = options;
  const server = watchServer(redis);
  const state: State = {
    mode: 'shared',
    awaySince: 0,
    lostAt: -Infinity,
    cause: undefined,
    backAt: 0,
    isReported: false,
    hasForgotten: false,
    run: server.firstRun,
    markers: new Map(),
  };
  let isProbing = false;

  const report = () => {
    if (!state.isReported) tell(() => onAway(state.cause));
    state.isReported = true;
  };

  /** Shares the limits again once it is time. */
  const settle = () => {
    if (state.mode !== 'rejoining' || clock.now() < state.backAt) return;
    state.mode = 'shared';
    state.hasForgotten = false;
    if (state.isReported) tell(() => onBack?.());
    state.isReported = false;
  };

  /** A process that sends nothing shares the limits again too, and is told so. */
  const settleInTime = () => {
    settle();
    if (state.mode !== 'rejoining') return;
    setTimeout(settleInTime, Math.max(1, Math.min(rejoinAfter, state.backAt - clock.now()))).unref();
  };

  /** Tries again and again to use Redis. `unref`: a program that has finished does not wait for Redis. */
  const probe = (after: number) => {
    if (isProbing) return;
    isProbing = true;
    setTimeout(async () => {
      try {
        await rejoin(options, state, server);
        settleInTime();
      } catch {
        state.mode = 'away';
      }
      isProbing = false;
      if (state.mode === 'away') probe(PROBE_MS);
    }, after).unref();
  };

  const lose = (error: unknown, probeAfter = PROBE_MS) => {
    if (state.mode === 'away') return;
    // A loss while rejoining is part of the same outage.
    if (state.mode === 'shared') state.awaySince = clock.now();
    state.mode = 'away';
    state.cause = error;
    state.lostAt = clock.now();
    own.lose();
    probe(probeAfter);
  };

  const loseKeys = () => {
    if (state.mode === 'away') return;
    state.hasForgotten = true;
    lose(keysLostError(), 0);
    // At once: Redis answers, so nobody else would say that the limits were not kept together.
    report();
  };

  const checkKeys = createKeyCheck({
    ...options,
    markers: state.markers,
    isShared: () => state.mode === 'shared',
    onKeysLost: loseKeys,
    onError: (error) => lose(error),
  });

  // A process that sends no commands would not notice the outage, and a restarted Redis has forgotten its calls.
  server.onLost(() => lose(new Error('the connection was lost')));

  return {
    isAway: () => state.mode === 'away',
    lose: (error) => lose(error),
    loseKeys,
    marker: (company) => state.markers.get(company) ?? '',
    enter(company, marker) {
      state.markers.set(company, marker);
      checkKeys();
    },
    wait(call) {
      settle();
      if (state.mode === 'shared') return 0;
      if (!state.markers.has(call.company)) state.markers.set(call.company, '');
      report();
      const now = clock.now();
      const wait = own.wait(call, { lostAt: state.lostAt, processes }, now);
      return state.mode === 'rejoining' ? Math.min(wait, state.backAt - now) : wait;
    },
  };
}

/** Makes sure that Redis can be used, and reports this process's calls to it. */
async function rejoin(
  { own, shared, rejoinAfter, clock }: OutageOptions,
  state: State,
  server: ServerWatch,
): Promise<void> {
  const markers = new Map<string, string>();
  for (const company of state.markers.keys()) markers.set(company, await shared.probe(company));
  const found = await server.run();
  state.hasForgotten ||= found === undefined || found !== (await state.run);
  state.run = Promise.resolve(found);
  for (const [company, marker] of markers) {
    state.hasForgotten ||= state.markers.get(company) !== marker;
    state.markers.set(company, marker);
  }
  // From here on every call is entered in Redis too, so that none is lost between the report and the new calls.
  state.mode = 'rejoining';
  state.backAt = Infinity;
  const now = clock.now();
  for (const { call, calls } of own.endpoints(now)) {
    const sent = calls.filter(({ isSent }) => isSent);
    await shared.restore(call, sent, clock.now());
    if (state.mode !== 'rejoining') return;
    for (const ownCall of sent) ownCall.isEntered = true;
  }
  // Nobody sends a call within the settling time, so after a shorter outage Redis has seen every call.
  const isQuiet = !state.hasForgotten && clock.now() - state.awaySince < SETTLE_MS;
  state.backAt = clock.now() + (isQuiet ? 0 : rejoinAfter);
}

/** An error of the program's own function does not affect the call; it becomes an uncaught error of the program. */
function tell(work: () => void): void {
  try {
    work();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
