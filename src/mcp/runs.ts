import { randomUUID } from 'node:crypto';
import type { ToolAnswer } from './tool.ts';

/** How long a question waits for the person, in milliseconds. */
const PATIENCE = 10 * 60 * 1000;

/** The most tools that may wait for a person at a time; the oldest is given up for one more. */
const MOST = 50;

/** A question of a running tool to the person behind the client. */
interface Question {
  readonly message: string;
  readonly answer: (isConfirmed: boolean) => void;
}

/** Where the messages of a tool go while a request waits for it. */
export interface Listener {
  readonly signal: AbortSignal;
  readonly progress: (message: string, done?: number, total?: number) => void;
}

/** What a tool is run with. */
export interface RunDoors extends Listener {
  readonly ask: (message: string) => Promise<boolean>;
}

/** What a request for a tool ends in: the tool's answer, or a question and the key to go on with. */
export type RunOutcome =
  | { readonly answer: ToolAnswer }
  | { readonly question: string; readonly key: string };

interface Run {
  readonly tool: string;
  readonly questions: Question[];
  readonly controller: AbortController;
  readonly done: Promise<ToolAnswer>;
  listener: Listener | undefined;
  wake: () => unknown;
  timer: NodeJS.Timeout | undefined;
}

/** The running tools, each of which may wait for a person between two requests. */
export interface Runs {
  /** Starts a tool and waits for its answer or its first question. */
  readonly start: (
    tool: string,
    run: (doors: RunDoors) => Promise<ToolAnswer>,
    listener: Listener,
  ) => Promise<RunOutcome>;
  /** Answers the question of a waiting tool and waits on, or asks again without an answer; undefined if no such tool waits. */
  readonly goOn: (
    tool: string,
    key: string,
    isConfirmed: boolean | undefined,
    listener: Listener,
  ) => Promise<RunOutcome> | undefined;
  /** Aborts every tool that waits for a person. */
  readonly close: () => void;
}

/**
 * Creates the store of running tools. In the protocol of 2026 a question to the person ends the request, and the client
 * sends the request again with the answer. A tool that started over would write again what it had written before the
 * question, so it is kept, and goes on with the answer.
 */
export function createRuns(): Runs {
  const waiting = new Map<string, Run>();
  const giveUp = (key: string) => {
    const run = waiting.get(key);
    waiting.delete(key);
    clearTimeout(run?.timer);
    run?.controller.abort(new Error('Nobody answered the question.'));
  };
  const listen = (run: Run, listener: Listener) => outcomeOf(run, listener, waiting, giveUp);
  return {
    start: (tool, work, listener) => listen(startRun(tool, work), listener),
    goOn(tool, key, isConfirmed, listener) {
      const run = waiting.get(key);
      if (run?.tool !== tool) return undefined;
      waiting.delete(key);
      clearTimeout(run.timer);
      if (isConfirmed !== undefined) run.questions.shift()?.answer(isConfirmed);
      return listen(run, listener);
    },
    close: () => [...waiting.keys()].forEach(giveUp),
  };
}

function startRun(tool: string, work: (doors: RunDoors) => Promise<ToolAnswer>): Run {
  const controller = new AbortController();
  const questions: Question[] = [];
  const state: Pick<Run, 'listener' | 'wake' | 'timer'> = {
    listener: undefined,
    wake: () => undefined,
    timer: undefined,
  };
  const done = Promise.resolve().then(() =>
    work({
      signal: controller.signal,
      progress: (...told) => run.listener?.progress(...told),
      ask: (message) =>
        new Promise((resolve, reject) => {
          controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
          questions.push({ message, answer: resolve });
          run.wake();
        }),
    }),
  );
  const run: Run = Object.assign(state, { tool, questions, controller, done });
  return run;
}

async function outcomeOf(
  run: Run,
  listener: Listener,
  waiting: Map<string, Run>,
  giveUp: (key: string) => void,
): Promise<RunOutcome> {
  const { signal } = listener;
  const abort = () => run.controller.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  run.listener = listener;
  try {
    const asked = new Promise<undefined>((resolve) => {
      run.wake = () => run.questions.length > 0 && resolve(undefined);
      run.wake();
    });
    const answer = await Promise.race([run.done, asked]);
    if (answer) return { answer };
    return { question: run.questions[0]?.message ?? '', key: keep(run, waiting, giveUp) };
  } finally {
    signal.removeEventListener('abort', abort);
    run.listener = undefined;
    run.wake = () => undefined;
  }
}

function keep(run: Run, waiting: Map<string, Run>, giveUp: (key: string) => void): string {
  // The answer of a run that is given up goes to nobody.
  run.done.catch(() => undefined);
  const [oldest] = waiting.keys();
  if (waiting.size >= MOST && oldest !== undefined) giveUp(oldest);
  const key = randomUUID();
  run.timer = setTimeout(() => giveUp(key), PATIENCE);
  run.timer.unref();
  waiting.set(key, run);
  return key;
}
