import { spawn } from 'node:child_process';

/** The maximum length of a failed program's output, in lines. */
const MOST_LINES = 30;
const PATIENCE_MS = 300_000;

/** The options of a program's run. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program. Resolves to its output.
 * @throws Error with the end of its output if it fails or takes longer than five minutes.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: ProgramOptions,
): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
  });
  let printed = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complained += text;
  });
  const code = await new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve(status ?? signal ?? 'nothing'));
  });
  if (code === 0) return printed;
  const lines = `${printed}\n${complained}`.trim().split('\n').slice(-MOST_LINES);
  throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${lines.join('\n')}`);
}

/** The last line of a program's output. For a consumer project, it is the summary. */
export function lastLine(printed: string): string {
  return printed.trim().split('\n').at(-1) ?? '';
}
