import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten';
import type { FromThread, ProgramInput, ProgramProblem, ToThread } from './protocol.ts';

/** A running program inside its thread. */
interface Running {
  readonly input: ProgramInput;
  readonly post: (message: FromThread) => void;
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
  /** The promises of the program that a door has to settle, by ticket. */
  readonly waiting: Map<number, ReturnType<QuickJSContext['newPromise']>>;
  /** Milliseconds of computing so far, and since when it computes. */
  spent: number;
  since: number;
  calls: number;
  lists: number;
  lines: number;
  tickets: number;
  settled: number;
  /** The promise of the program's text. */
  end: QuickJSHandle | undefined;
  hasEnded: boolean;
}

/**
 * The text of the program of a thread, which runs one program in QuickJS. The thread is what contains a program for sure: loops in
 * the engine's own functions, such as `indexOf` of an endless list, ask no interrupt handler, and the stack may overflow in
 * the engine. As text, it needs no file of its own in the package. So the functions of this file use nothing but each other and
 * their arguments.
 */
export function threadText(): string {
  const functions = [
    startThread,
    openProgram,
    openTell,
    openDoor,
    refuseCall,
    begin,
    pump,
    done,
    settle,
    isTooLong,
    end,
    fail,
    failWith,
    problemOf,
  ];
  // A loader that keeps names of functions calls `__name`.
  return `const __name = (f) => f;\n${functions.map(String).join('\n')}\n${startThread.name}(require);`;
}

function startThread(load: (id: string) => unknown): void {
  // The modules are what their names say.
  const { parentPort, workerData } = load('node:worker_threads') as typeof import('node:worker_threads');
  const input = workerData as ProgramInput;
  const quickjs = load(input.library) as typeof import('quickjs-emscripten');
  const post = (message: FromThread) => parentPort?.postMessage(message);
  quickjs.newQuickJSWASMModule(quickjs.RELEASE_SYNC).then(
    (module) => {
      const running = openProgram(module.newRuntime(), input, post);
      parentPort?.on('message', (answer: ToThread) => settle(running, answer));
      begin(running);
    },
    (error) => post({ type: 'failed', problem: 'engine', name: '', message: String(error), stack: '' }),
  );
}

function openProgram(runtime: QuickJSRuntime, input: ProgramInput, post: Running['post']): Running {
  const { memory, stack } = input.limits;
  runtime.setMemoryLimit(memory * 2 ** 20);
  runtime.setMaxStackSize(stack * 2 ** 10);
  const running: Running = {
    input,
    post,
    runtime,
    context: runtime.newContext(),
    waiting: new Map(),
    spent: 0,
    since: performance.now(),
    calls: 0,
    lists: 0,
    lines: 0,
    tickets: 0,
    settled: 0,
    end: undefined,
    hasEnded: false,
  };
  runtime.setInterruptHandler(() => isTooLong(running));
  return running;
}

/** The function by which a program asks for calls. */
function openDoor(running: Running): QuickJSHandle {
  const { context, post, waiting, input } = running;
  return context.newFunction('door', (...handles) => {
    const [kind = '', subject = '', text = ''] = handles.map((handle) => context.getString(handle));
    const refusal = refuseCall(running, kind, text);
    if (refusal !== undefined) return { error: context.newError({ name: 'LimitError', message: refusal }) };
    const ticket = running.tickets++;
    // The prelude passes only these kinds.
    post({
      type: 'door',
      ticket,
      kind: kind as 'call',
      subject,
      text: text.slice(0, input.limits.characters),
    });
    if (kind === 'close') return context.undefined;
    const promise = context.newPromise();
    waiting.set(ticket, promise);
    return promise.handle;
  });
}

/** Why a call is over a limit. Counted here, so that a million calls never leave the thread. */
function refuseCall(running: Running, kind: string, text: string): string | undefined {
  const { calls, characters } = running.input.limits;
  if (kind === 'call' || kind === 'next') running.calls++;
  else if (kind !== 'close') running.lists++;
  if (Math.max(running.calls, running.lists) > calls)
    return `A program makes at most ${calls} calls (limit calls); read less, or in parts.`;
  if (text.length <= characters) return undefined;
  return `The arguments of a call have at most ${characters} characters (limit characters).`;
}

/** The function by which a program tells its log and its progress. */
function openTell(running: Running): QuickJSHandle {
  const { context, post, input } = running;
  return context.newFunction('tell', (kindHandle, textHandle) => {
    const kind = context.getString(kindHandle) === 'log' ? 'log' : 'progress';
    running.lines++;
    if (running.lines <= input.limits.lines)
      post({ type: kind, text: context.getString(textHandle).slice(0, 1000) });
    return context.undefined;
  });
}

/** Opens the doors, and starts the program as the body of an asynchronous function. */
function begin(running: Running): void {
  const { context, input } = running;
  try {
    const prelude = context.unwrapResult(context.evalCode(input.prelude, 'doors.js'));
    const finish = context.unwrapResult(
      context.callFunction(
        prelude,
        context.undefined,
        openDoor(running),
        openTell(running),
        context.newString(JSON.stringify(input.methods)),
        context.newNumber(input.now),
      ),
    );
    const program = context.evalCode(input.program, 'program.js');
    if (program.error) fail(running, program.error);
    else running.end = context.unwrapResult(context.callFunction(finish, context.undefined, program.value));
  } catch (error) {
    failWith(running, error);
  }
  running.spent += performance.now() - running.since;
  pump(running);
}

/** Lets the program go on until it waits for answers, or has ended. */
function pump(running: Running): void {
  const { context, runtime, waiting } = running;
  if (running.hasEnded || running.end === undefined) return;
  try {
    running.since = performance.now();
    const jobs = runtime.executePendingJobs();
    if (jobs.error) fail(running, jobs.error);
    else if (isTooLong(running)) failWith(running, new Error());
    if (running.hasEnded) return;
    running.spent += performance.now() - running.since;
    const state = context.getPromiseState(running.end);
    if (state.type === 'fulfilled') done(running, context.getString(state.value));
    else if (state.type === 'rejected') fail(running, state.error);
    else if (waiting.size > 0) running.post({ type: 'idle', settled: running.settled });
    else end(running, { type: 'failed', problem: 'stuck', name: '', message: '', stack: '' });
  } catch (error) {
    failWith(running, error);
  }
}

function done(running: Running, text: string): void {
  const { result } = running.input.limits;
  const message = `The result has more than ${result} characters (limit result); return less.`;
  if (text.length <= result) end(running, { type: 'done', text });
  else end(running, { type: 'failed', problem: 'program', name: 'LimitError', message, stack: '' });
}

/** Hands the answer of a door to the program. */
function settle(running: Running, { ticket, text, error }: ToThread): void {
  const { context, waiting } = running;
  const promise = waiting.get(ticket);
  if (!promise || running.hasEnded) return;
  waiting.delete(ticket);
  running.settled++;
  running.since = performance.now();
  try {
    if (error) context.newError(error).consume((handle) => promise.reject(handle));
    else context.newString(text ?? '').consume((handle) => promise.resolve(handle));
    promise.dispose();
    pump(running);
  } catch (problem) {
    failWith(running, problem);
  }
}

/** Whether the program has computed longer than it may. */
function isTooLong({ spent, since, input }: Running): boolean {
  return spent + performance.now() - since > input.limits.computeSeconds * 1000;
}

function end(running: Running, message: FromThread): void {
  if (running.hasEnded) return;
  running.hasEnded = true;
  running.post(message);
}

/** Ends a program that the engine ended with an error. */
function fail(running: Running, handle: QuickJSHandle): void {
  const { context } = running;
  const read = (name: string) => {
    const value = context.getProp(handle, name);
    return context.typeof(value) === 'string' ? context.getString(value) : '';
  };
  const [name = '', message = '', stack = ''] = ['name', 'message', 'stack'].map(read);
  end(running, { type: 'failed', problem: problemOf(running, message), name, message, stack });
}

/** Ends a program in which the engine itself threw: its stack overflowed, or its memory is used up. */
function failWith(running: Running, error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const problem = name === 'RangeError' ? 'depth' : problemOf(running, message);
  end(running, {
    type: 'failed',
    problem: problem === 'program' ? 'engine' : problem,
    name,
    message,
    stack: '',
  });
}

/** The errors of the engine that went through the program are told from its own where they are put into words. */
function problemOf(running: Running, message: string): ProgramProblem {
  if (isTooLong(running)) return 'compute';
  return /out of memory/.test(message) ? 'memory' : 'program';
}
