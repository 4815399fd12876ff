import type { Failure } from '../calls/tool-refusal.ts';
import type { ScriptLimits } from './limits.ts';
import type { ProgramProblem } from './protocol.ts';
import type { ProgramEnd } from './run-program.ts';

/** A failure with its place in the program, counted from 1. */
export interface ScriptFailure extends Failure {
  readonly line?: number;
  readonly column?: number;
}

/** What stands before the source on its first line. */
export const BEFORE_SOURCE = '(async () => {';

/** What a model is told about a program that ended without a result: which limit, or which line. */
export function failureOf(
  end: Exclude<ProgramEnd, { readonly type: 'done' }>,
  {
    limits,
    source,
    seconds,
  }: { readonly limits: ScriptLimits; readonly source: string; readonly seconds: number },
): ScriptFailure {
  if (end.type === 'cancelled')
    return {
      name: 'Cancelled',
      message: 'The program was cancelled.',
      advice: 'Run it again if it is still needed.',
    };
  if (end.type === 'time') {
    return {
      name: 'LimitError',
      message: `The program took longer than ${seconds} s (timeout; at most ${limits.maxSeconds}).`,
      advice: 'Read less, or in parts, or give it more time.',
    };
  }
  const { name, message, stack } = end;
  const problem = end.problem === 'program' ? problemOf(name, message) : end.problem;
  const place = placeIn(stack, source);
  if (problem === 'program') {
    const advice = 'Correct the program; describe_operation lists arguments and fields.';
    return { name: 'ProgramError', message: [name, message].filter(Boolean).join(': '), advice, ...place };
  }
  return { ...limitFailure(problem, limits, message), ...place };
}

/** What an error of the engine means that went through the program. */
function problemOf(name: string, message: string): ProgramProblem {
  if (name !== 'InternalError') return 'program';
  if (/^(out of memory|string too long)$/.test(message)) return 'memory';
  return message === 'stack overflow' ? 'depth' : 'program';
}

function limitFailure(
  problem: Exclude<ProgramProblem, 'program'>,
  limits: ScriptLimits,
  message: string,
): Failure {
  const [name, text, advice] = {
    compute: [
      'LimitError',
      `The program computed longer than ${limits.computeSeconds} s (limit computeSeconds).`,
      'It has an endless or a slow loop.',
    ],
    memory: [
      'LimitError',
      `The program used more than ${limits.memory} MB (limit memory).`,
      'Keep counts and ids instead of rows.',
    ],
    depth: [
      'LimitError',
      `The program went deeper than its stack of ${limits.stack} KB (limit stack).`,
      'Use a loop instead of a recursion.',
    ],
    stuck: ['ProgramError', 'The program waits for a promise that nothing resolves.', 'Correct the program.'],
    engine: ['EngineError', `The engine failed: ${message}`, 'Simplify the program.'],
  }[problem] as [string, string, string];
  return { name, message: text, advice };
}

/** The first place of a stack that is in the program. The engine counts columns behind what stands before the source. */
function placeIn(stack: string, source: string): Pick<ScriptFailure, 'line' | 'column'> {
  const [, line, column] = /program\.js:(\d+):(\d+)/.exec(stack) ?? [];
  if (line === undefined || column === undefined) return {};
  const lines = source.split('\n').length;
  // The end of the source is missing something.
  if (Number(line) > lines) return { line: lines };
  return { line: Number(line), column: Number(column) - (Number(line) === 1 ? BEFORE_SOURCE.length : 0) };
}
