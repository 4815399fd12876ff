import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Command } from './language-tool.ts';

/** A registry that does not answer: nothing can be said about the tool. */
export class UnreachableRegistry extends Error {}

/** What a command printed. */
export interface Printed {
  readonly out: string;
  readonly err: string;
}

/** Where a command runs, and with which environment variables besides this program's. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|name resolution|no such host|dial tcp|Could ?n.?t resolve host|Could not (transfer|resolve)|UnknownHost|Connection (refused|reset|timed out)|Network is unreachable|Read timed out|i\/o timeout|Max retries exceeded/i;

const LONGEST = 20 * 60_000;
const LONGEST_WAIT = 60_000;

/**
 * Runs a command. Rejects with what it printed last if it fails.
 *
 * @throws UnreachableRegistry if it failed because a registry does not answer, where `mayDownload`.
 */
export async function runProgram(
  command: Command,
  { mayDownload, ...surroundings }: Surroundings & { readonly mayDownload: boolean },
): Promise<Printed> {
  const program = startProgram(command, surroundings);
  const { code, ...printed } = await program.ended;
  if (code === 0) return printed;
  const lines = `${printed.out}\n${printed.err}`.trim().split('\n');
  const message = `${command.join(' ')} ended with ${code}\n${lines.slice(-25).join('\n')}`;
  if (mayDownload && UNREACHABLE.test(lines.join('\n'))) throw new UnreachableRegistry(message);
  throw new Error(message);
}

/** Starts a command. Its `ended` resolves, and rejects only if it cannot be started. */
export function startProgram([program, ...args]: Command, { cwd, env }: Surroundings) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
  });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
  });
  const ended = new Promise<Printed & { code: number | string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...printed, code: code ?? signal ?? 'unknown' }));
  });
  return {
    ended,
    until: (pattern: RegExp, stream: keyof Printed = 'out') => untilPrinted(pattern, stream, printed, ended),
    kill: () => child.kill(),
  };
}

/** Resolves to what a stream printed as soon as it has the pattern. Rejects if the program ends or takes too long before. */
async function untilPrinted(
  pattern: RegExp,
  stream: keyof Printed,
  printed: Printed,
  ended: Promise<Printed & { code: number | string }>,
): Promise<string> {
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
  };
  ended.then(end, end);
  const deadline = Date.now() + LONGEST_WAIT;
  while (!pattern.test(printed[stream])) {
    if (hasEnded || Date.now() > deadline)
      throw new Error(`the program did not print ${pattern}:\n${printed.out}\n${printed.err.slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return printed[stream];
}

/** Whether a program is on the machine. */
export function hasProgram(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
