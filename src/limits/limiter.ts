import type { Clock } from '../base/clock.ts';
import type { WaitReason } from '../base/hooks.ts';
import type { Operation } from '../base/operation.ts';
import { type CallLog, createCallLog } from './call-log.ts';
import type { Gate, GateCall, Refusal } from './gate.ts';
import { blockedError, fullError } from './limit-error.ts';
import { createPauses } from './pauses.ts';
import type { Quotas } from './quotas.ts';

/** A call that is waiting to be sent. */
interface Applicant {
  readonly operation: Operation;
  /** When the call gives up, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** Called once if the call cannot be sent at once. */
  readonly onWait: (reason: WaitReason) => void;
}

/** Keeps one company's calls within its limits. */
export interface Limiter {
  /**
   * Waits for the call's turn: first come, first served on each endpoint, and the endpoints take turns.
   * Resolves to a function to call when the call has ended, with the code of its answer if there was one.
   * Rejects with WeibanLimitError if the queue is full or the turn cannot come in time, or with the signal's
   * reason.
   */
  enter(applicant: Applicant): Promise<Leave>;
}

/** Ends a call. `code` is that of its answer, 0 for a success, undefined without an answer. */
export type Leave = (code?: number) => void;

interface LimiterOptions {
  readonly company: string;
  readonly quotas: Quotas;
  readonly clock: Clock;
  readonly gate?: Gate | undefined;
  /** Whether an error code says that a limit was exceeded. */
  readonly isLimitCode: (code: number) => boolean;
}

interface Waiter extends Applicant {
  start(leave: Leave): void;
  fail(error: unknown): void;
}

/** The calls that wait for one endpoint. */
interface Lane {
  readonly call: GateCall;
  readonly log: CallLog;
  readonly waiting: Set<Waiter>;
  /** When to ask the gate again, in milliseconds since the epoch. */
  notBefore: number;
  /** The gate's own reason for its last refusal, and the time that it gave; undefined if the quota is the reason. */
  refusal: { readonly because: string; readonly until: number } | undefined;
  /** All waiting calls can wait until this time, in milliseconds since the epoch. */
  checkedUntil: number;
}

// A limit code halves the calls in flight; after each such period one more is allowed again.
const RECOVERY_MS = 10_000;
// A gate that refuses for a reason of its own may have recovered.
const ASK_AGAIN_MS = 1000;

/** Creates a limiter for `quotas`, and for the gate if the company's calls come from several processes. */
export function createLimiter({ company, quotas, clock, gate, isLimitCode }: LimiterOptions): Limiter {
  const pauses = createPauses();
  const lanes = new Map<string, Lane>();
  // The lanes with calls to send. A lane that was served goes to the end.
  const rotation = new Set<Lane>();
  let inFlight = 0;
  let queued = 0;
  let lowered = { to: quotas.inFlight, at: 0 };
  let cancelTimer = () => {};

  const ceiling = (now: number) =>
    Math.min(quotas.inFlight, lowered.to + Math.max(0, Math.floor((now - lowered.at) / RECOVERY_MS)));

  const laneOf = ({ path, limit }: Operation): Lane => {
    let lane = lanes.get(path);
    if (!lane) {
      const windows = quotas.windows.get(limit) ?? [];
      const call = { company, endpoint: path, limit, inFlight: quotas.inFlight, windows };
      lane = {
        call,
        log: createCallLog(windows),
        waiting: new Set(),
        notBefore: 0,
        refusal: undefined,
        checkedUntil: 0,
      };
      lanes.set(path, lane);
    }
    return lane;
  };

  /** Milliseconds until the lane may send, 0 for now. Rejects the calls of the lane that cannot wait so long. */
  const waitOf = (lane: Lane, now: number): [wait: number, reason: WaitReason] => {
    const { limit } = lane.call;
    const waits = [
      [pauses.until(limit) - now, 'pause'],
      [lane.log.wait(now), 'window'],
      [lane.notBefore - now, 'shared'],
    ] as const;
    const [wait, reason] = waits.reduce((longest, next) => (next[0] > longest[0] ? next : longest));
    const until = now + wait;
    if (until < Infinity && until > Math.max(now, lane.checkedUntil)) {
      lane.checkedUntil = until;
      const isTooLong = reason === 'pause' && wait > quotas.maxPause;
      const refusal = reason === 'shared' ? lane.refusal : undefined;
      const cause = { code: pauses.code(limit), because: refusal?.because };
      for (const waiter of lane.waiting) {
        if (isTooLong || until > waiter.deadline)
          waiter.fail(blockedError(waiter.operation, refusal?.until ?? until, reason, cause));
      }
    }
    return [Math.max(0, wait), reason];
  };

  const pump = () => {
    cancelTimer();
    const now = clock.now();
    let soonest = Infinity;
    for (const lane of rotation) {
      if (inFlight >= ceiling(now)) return;
      const [wait] = waitOf(lane, now);
      const [waiter] = lane.waiting;
      if (!waiter) rotation.delete(lane);
      else if (wait > 0) soonest = Math.min(soonest, wait);
      else serve(lane, waiter);
    }
    if (soonest < Infinity) cancelTimer = clock.after(soonest, pump);
  };

  const refuse = (lane: Lane, { wait, paused, because }: Refusal) => {
    const now = clock.now();
    const until = now + wait;
    if (paused) return pauses.adopt(lane.call.limit, until);
    lane.refusal = because === undefined ? undefined : { because, until };
    lane.notBefore = lane.refusal ? Math.min(until, now + ASK_AGAIN_MS) : until;
  };

  const serve = (lane: Lane, waiter: Waiter) => {
    inFlight++;
    rotation.delete(lane);
    if (!gate) return start(lane, waiter);
    // The lane returns to the rotation with the gate's answer, so that its calls are sent in order.
    gate.enter(lane.call, waiter.signal).then(
      (answer) => {
        if (typeof answer === 'function') {
          if (lane.waiting.has(waiter)) return start(lane, waiter, answer);
          answer();
        } else {
          refuse(lane, answer);
          if (lane.waiting.has(waiter)) waiter.onWait(answer.paused ? 'pause' : 'shared');
        }
        inFlight--;
        resume(lane);
      },
      (error) => {
        inFlight--;
        waiter.fail(error);
        resume(lane);
      },
    );
  };

  const start = (lane: Lane, waiter: Waiter, leaveGate?: () => void) => {
    const { call, log } = lane;
    const begunAt = clock.now();
    log.begin();
    waiter.start((code) => {
      const now = clock.now();
      inFlight--;
      log.end(now);
      leaveGate?.();
      if (code !== undefined && isLimitCode(code)) {
        const pause = pauses.refuse(call.limit, code, begunAt, now);
        if (pause) {
          lowered = { to: Math.max(1, Math.floor(ceiling(now) / 2)), at: now + pause };
          gate?.pause(call, pause);
        }
      } else if (code !== undefined) pauses.pass(call.limit, begunAt);
      pump();
    });
    if (lane.waiting.size > 0) rotation.add(lane);
    if (gate) pump();
  };

  const resume = (lane: Lane) => {
    if (lane.waiting.size > 0) rotation.add(lane);
    pump();
  };

  const createWaiter = (
    applicant: Applicant,
    lane: Lane,
    resolve: (leave: Leave) => void,
    reject: (reason: unknown) => void,
  ): Waiter => {
    const { signal } = applicant;
    let hasReported = false;
    const remove = () => {
      signal.removeEventListener('abort', onAbort);
      if (lane.waiting.delete(waiter)) queued--;
      // A timer that nobody waits for would keep the process alive.
      if (queued === 0) cancelTimer();
    };
    const waiter: Waiter = {
      ...applicant,
      onWait(reason) {
        if (!hasReported) applicant.onWait(reason);
        hasReported = true;
      },
      start(leave) {
        remove();
        resolve(leave);
      },
      fail(error) {
        remove();
        reject(error);
      },
    };
    const onAbort = () => waiter.fail(signal.reason);
    signal.addEventListener('abort', onAbort);
    return waiter;
  };

  return {
    enter: (applicant) =>
      new Promise((resolve, reject) => {
        const { operation, signal } = applicant;
        if (signal.aborted) return reject(signal.reason);
        const lane = laneOf(operation);
        const waiter = createWaiter(applicant, lane, resolve, reject);
        // A lane with waiting calls is in the rotation, or it waits for the gate and returns.
        if (lane.waiting.size === 0) rotation.add(lane);
        lane.waiting.add(waiter);
        lane.checkedUntil = 0;
        queued++;
        pump();
        if (!lane.waiting.has(waiter)) return;
        if (queued > quotas.maxQueued) return waiter.fail(fullError(operation, quotas.maxQueued));
        if (gate && !rotation.has(lane)) return;
        const [wait, reason] = waitOf(lane, clock.now());
        waiter.onWait(wait > 0 ? reason : 'in-flight');
      }),
  };
}
