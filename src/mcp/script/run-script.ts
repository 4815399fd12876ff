import { createRequire } from 'node:module';
import { type Clock, systemClock } from '../../base/clock.ts';
import { parseExact, TooDeepError } from '../../base/exact-json.ts';
import { cleaned, cleanText, errorAnswer, tokensOf, UNTRUSTED } from '../calls/index.ts';
import { beginningOf, shrunkTo } from '../calls/shrink.ts';
import { type Failure, refusal, type ToolRefusal } from '../calls/tool-refusal.ts';
import type { Tool, ToolAnswer, ToolContext } from '../tool.ts';
import { createDoors, DoorError, type Doors, scriptMethods } from './doors.ts';
import { BEFORE_SOURCE, failureOf } from './failure.ts';
import { SCRIPT_LIMITS, type ScriptLimits } from './limits.ts';
import { openDoors } from './prelude.ts';
import { type ProgramEnd, startProgram } from './run-program.ts';

/** The parts and options of {@link createRunScript}. */
export interface RunScriptParts {
  /** The tool `call_write`: a program's writes keep its rules. */
  readonly callWrite: Tool;
  readonly limits?: Partial<ScriptLimits> | undefined;
  readonly clock?: Clock | undefined;
  /** Finds the path of a package; a test lets it fail. */
  readonly resolve?: ((id: string) => string) | undefined;
}

const PEER = 'quickjs-emscripten';
/** Tokens that an answer needs beside its value: the notice, the counts, the note. */
const ENVELOPE = 150;
const LONGEST_MESSAGE = 600;

/** Creates `run_script`: a short program that reads many pages and answers once. */
export function createRunScript(parts: RunScriptParts): Tool {
  const limits: ScriptLimits = { ...SCRIPT_LIMITS, ...parts.limits };
  const state = { running: 0 };
  return {
    name: 'run_script',
    title: 'Run a program',
    description:
      'Runs a JavaScript program, for questions over many rows: for await (const c of weiban.externalUser.list.items({})) …; await weiban.staff.get({staff_id}); end with return. Lists have .items(args), .pages(args). log(), progress(text), now (Unix seconds). No network, timers or imports. Writes keep the rules of call_write.',
    input: {
      type: 'object',
      properties: {
        source: { type: 'string', description: 'the body of an async function' },
        timeout: { type: 'integer', minimum: 1, maximum: limits.maxSeconds, description: 'seconds' },
      },
      required: ['source'],
      additionalProperties: false,
    },
    output: {
      type: 'object',
      properties: {
        result: {},
        log: { type: 'array' },
        calls: { type: 'integer' },
        rows: { type: 'integer' },
      },
    },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    async run(context, input) {
      state.running++;
      try {
        refuseMore(state.running, limits);
        return await runScript(context, String(input.source ?? ''), Number(input.timeout ?? limits.seconds), {
          ...parts,
          limits,
        });
      } catch (error) {
        return errorAnswer(context, error);
      } finally {
        state.running--;
      }
    },
  };
}

function refuseMore(running: number, { programs }: ScriptLimits): void {
  if (running <= programs) return;
  throw refusal(
    'Busy',
    `${programs} programs are running, the most at a time (limit programs).`,
    'Wait until one of them has ended.',
  );
}

async function runScript(
  context: ToolContext,
  source: string,
  seconds: number,
  parts: RunScriptParts & { readonly limits: ScriptLimits },
): Promise<ToolAnswer> {
  const { callWrite, limits, clock = systemClock, resolve } = parts;
  if (source.length > limits.characters) throw tooLong(limits);
  // Calls in flight end with the program.
  const controller = new AbortController();
  const signal = AbortSignal.any([context.signal, controller.signal]);
  const log: string[] = [];
  const doors = createDoors({
    context: { ...context, signal },
    callWrite,
    limits,
    whileAsking: (work) => program.untimed(work),
  });
  const program = startProgram({
    input: {
      library: pathOfEngine(resolve),
      prelude: `((__name) => ${openDoors})((f) => f)`,
      program: `${BEFORE_SOURCE}${source}\n})()`,
      methods: scriptMethods(),
      now: Math.floor(clock.now() / 1000),
      limits,
    },
    time: Math.min(seconds, limits.maxSeconds) * 1000,
    signal: context.signal,
    tell(kind, text) {
      if (kind === 'log') log.push(text);
      else report(context, doors, text);
    },
    async answer(request) {
      try {
        const text = await doors.answer(request);
        if (request.kind !== 'close') report(context, doors);
        return { text };
      } catch (error) {
        return { error: thrown({ ...context, signal }, error, doors.argumentsOf(request)) };
      }
    },
  });
  try {
    return answerOf(context, await program.ended, { doors, log, limits, source, seconds });
  } finally {
    controller.abort();
  }
}

/** The path of the engine, an optional peer. @throws ToolRefusal if it is not installed. */
function pathOfEngine(resolve = createRequire(import.meta.url).resolve as (id: string) => string): string {
  try {
    return resolve(PEER);
  } catch {
    throw refusal(
      'NotInstalled',
      `run_script needs the package ${PEER}, which is not installed.`,
      `Ask the operator to run "npm install ${PEER}" beside weiban-openapi, or use call_read page by page.`,
    );
  }
}

function tooLong({ characters }: ScriptLimits): ToolRefusal {
  return refusal(
    'LimitError',
    `The program has more than ${characters} characters (limit characters).`,
    'Write less, and no data.',
  );
}

function report({ progress, masker }: ToolContext, doors: Doors, text?: string): void {
  const { calls, rows } = doors.counts();
  const told = text === undefined ? '' : `${cleanText(String(masker.maskAgain(text)))} · `;
  progress(`${told}${calls} calls, ${rows} rows`);
}

/** The error that a program gets for a call: its words are clean and masked. */
function thrown(context: ToolContext, error: unknown, args: unknown) {
  if (error instanceof DoorError) return { name: error.name, message: error.message };
  const failure: Failure = Object(errorAnswer(context, error, false, args).value.error);
  const message = [failure.message, failure.advice].filter(Boolean).join(' ');
  return { name: failure.name, message };
}

/** What an answer is made of beside the program's end. */
interface Made {
  readonly doors: Doors;
  readonly log: readonly string[];
  readonly limits: ScriptLimits;
  readonly source: string;
  readonly seconds: number;
}

function answerOf(context: ToolContext, end: ProgramEnd, made: Made): ToolAnswer {
  if (end.type !== 'done') return failed(context, failureOf(end, made), made);
  try {
    // The prelude writes these members.
    const { value, isNothing, error } = parseExact(end.text).value as {
      readonly value?: unknown;
      readonly isNothing?: boolean;
      readonly error?: { readonly name: string; readonly message: string; readonly stack: string };
    };
    if (error)
      return failed(context, failureOf({ type: 'failed', problem: 'program', ...error }, made), made);
    const note = isNothing ? 'The program returned nothing: end it with return.' : undefined;
    return succeeded(context, value ?? null, note, made);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    const failure = { name: 'LimitError', message: error.message, advice: 'Return something flatter.' };
    return failed(context, failure, made);
  }
}

function succeeded(context: ToolContext, value: unknown, note: string | undefined, made: Made): ToolAnswer {
  const { log, doors } = made;
  // A program may have put together what no mask has seen.
  const given = { result: value, ...(log.length > 0 && { log }) };
  const short = shrunkTo(context.budget - ENVELOPE, context.masker.maskAgain(cleaned(given)));
  const notes = [note, ...cutNotes(short.cuts, context.budget)].filter((text) => text !== undefined);
  return {
    value: {
      untrusted: UNTRUSTED,
      ...(short.value === null ? { result: null } : Object(short.value)),
      ...doors.counts(),
      ...(notes.length > 0 && { note: notes.join(' ') }),
    },
  };
}

/** What was cut, in one sentence. */
function cutNotes(cuts: ReturnType<typeof shrunkTo>['cuts'], budget: number): string[] {
  const parts = [...cuts].slice(0, 5).map(([at, { kind, shown, of }]) => {
    const name = /^[\w.]{1,60}$/.test(at) ? at : 'a member';
    return `${name}: ${shown} of ${of} ${kind === 'items' ? 'items' : 'characters'}`;
  });
  if (parts.length === 0) return [];
  return [`Cut to ${budget} tokens (${parts.join(', ')}): return counts, fewer rows or fewer fields.`];
}

function failed(context: ToolContext, failure: Failure, { log, doors }: Made): ToolAnswer {
  const room = context.budget - ENVELOPE - tokensOf(JSON.stringify({ ...failure, message: '' }));
  const whole = cleanText(String(context.masker.maskAgain(cleanText(failure.message))));
  const message = beginningOf(whole, LONGEST_MESSAGE, room);
  const short = shrunkTo(room - tokensOf(JSON.stringify(message)), context.masker.maskAgain(cleaned(log)));
  return {
    isError: true,
    value: {
      untrusted: UNTRUSTED,
      error: { ...failure, message },
      ...(log.length > 0 && { log: short.value }),
      ...doors.counts(),
    },
  };
}
