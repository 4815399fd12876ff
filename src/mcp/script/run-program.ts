import { Worker } from 'node:worker_threads';
import type { DoorRequest, FromThread, ProgramFailure, ProgramInput, ToThread } from './protocol.ts';
import { threadText } from './thread.ts';

/** What a program runs with. */
export interface ProgramParts {
  readonly input: ProgramInput;
  /** Milliseconds that it may take. */
  readonly time: number;
  readonly signal: AbortSignal;
  /** The answer of a door, or an error to throw in the program. Rejects only for a fault of ours, which ends the program. */
  readonly answer: (request: DoorRequest) => Promise<Omit<ToThread, 'ticket'>>;
  readonly tell: (kind: 'log' | 'progress', text: string) => void;
}

/** How a program ended. */
export type ProgramEnd =
  | { readonly type: 'done'; readonly text: string }
  | ProgramFailure
  | { readonly type: 'time' }
  | { readonly type: 'cancelled' };

/** A running program. */
export interface RunningProgram {
  /** Rejects only for a fault of ours. */
  readonly ended: Promise<ProgramEnd>;
  /** Runs work whose time does not count, because it may wait for a person. */
  readonly untimed: <T>(work: () => Promise<T>) => Promise<T>;
}

/** What a thread needs beside the engine, which has its own limit. */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };
/** Milliseconds that a thread gets beyond the time for computing, to start and to end by itself. */
const GRACE = 2000;

const COMPUTED: ProgramFailure = { type: 'failed', problem: 'compute', name: '', message: '', stack: '' };

/**
 * Runs a program in a thread of its own, which is ended in any case: with the program, after its time, when it is cancelled, or
 * when it computes on although the engine has told it to stop.
 */
export function startProgram(parts: ProgramParts): RunningProgram {
  const { input, time, signal } = parts;
  const thread = new Worker(threadText(), {
    eval: true,
    workerData: input,
    env: {},
    execArgv: [],
    // The output of the process is a protocol.
    stdout: true,
    stderr: true,
    resourceLimits: THREAD_MEMORY,
  });
  const timers: Timers = {
    whole: createTimer(time),
    computing: createTimer(input.limits.computeSeconds * 1000 + GRACE),
  };
  let cancel = () => {};
  const ended = new Promise<ProgramEnd>((resolve, reject) => {
    timers.whole.start(() => resolve({ type: 'time' }));
    timers.computing.start(() => resolve(COMPUTED));
    cancel = () => resolve({ type: 'cancelled' });
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    listen(thread, parts, timers, resolve, reject);
  }).finally(async () => {
    signal.removeEventListener('abort', cancel);
    timers.whole.pause();
    timers.computing.pause();
    await thread.terminate();
  });
  return { ended, untimed: (work) => timers.whole.without(work) };
}

interface Timers {
  readonly whole: Timer;
  readonly computing: Timer;
}

/** Answers the messages of a thread until it ends. */
function listen(
  thread: Worker,
  parts: ProgramParts,
  { computing }: Timers,
  resolve: (end: ProgramEnd) => void,
  reject: (fault: unknown) => void,
): void {
  let sent = 0;
  const answer = async (request: DoorRequest) => {
    const reply = { ticket: request.ticket, ...(await parts.answer(request)) };
    if (request.kind === 'close') return;
    sent++;
    computing.restart();
    thread.postMessage(reply);
  };
  thread.on('message', (message: FromThread) => {
    if (message.type === 'done' || message.type === 'failed') resolve(message);
    else if (message.type === 'door') answer(message).catch(reject);
    else if (message.type !== 'idle') parts.tell(message.type, message.text);
    else if (message.settled === sent) computing.pause();
  });
  thread.on('error', (error) => resolve(brokenThread(error)));
  thread.on('exit', () => resolve(brokenThread(new Error('The thread ended.'))));
}

/** A thread ends by itself only when its memory is used up. */
function brokenThread({ name, message }: Error): ProgramFailure {
  return { type: 'failed', problem: 'memory', name, message, stack: '' };
}

/** Calls a function after some milliseconds, of which pauses do not count. */
interface Timer {
  readonly start: (onEnd: () => void) => void;
  readonly pause: () => void;
  /** Gives the whole time again. */
  readonly restart: () => void;
  /** Pauses during some work, and until all such work has ended. */
  readonly without: <T>(work: () => Promise<T>) => Promise<T>;
}

function createTimer(milliseconds: number): Timer {
  let left = milliseconds;
  let since = 0;
  let pauses = 0;
  let timer: NodeJS.Timeout | undefined;
  let end = () => {};
  const go = () => {
    since = performance.now();
    clearTimeout(timer);
    timer = setTimeout(end, left);
  };
  const pause = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    left -= performance.now() - since;
  };
  return {
    start(onEnd) {
      end = onEnd;
      go();
    },
    pause,
    restart() {
      left = milliseconds;
      go();
    },
    async without(work) {
      if (pauses++ === 0) pause();
      try {
        return await work();
      } finally {
        if (--pauses === 0) go();
      }
    },
  };
}
