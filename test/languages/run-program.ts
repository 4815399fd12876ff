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

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|name resolution|no such host|dial tcp|Could ?n.?t resolve host|Could not (transfer|resolve)|UnknownHost|Connection (refused|reset|timed out)|Network is unreachable|Read timed out|i\/o timeout|Max retries exceeded/i;

const LONGEST = 20 * 60_000;

/**
 * Runs a command. Rejects with what it printed last if it fails.
 *
 * @throws UnreachableRegistry if it failed because a registry does not answer, where `mayDownload`.
 */
export async function runProgram(
  [program, ...args]: Command,
  options: { cwd: string; env: Readonly<Record<string, string>>; mayDownload: boolean },
): Promise<Printed> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const code = await new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve(exitCode ?? signal ?? 'unknown'));
  });
  const printed = { out: out.join(''), err: err.join('') };
  if (code === 0) return printed;
  const lines = `${printed.out}\n${printed.err}`.trim().split('\n');
  const message = `${[program, ...args].join(' ')} ended with ${code}\n${lines.slice(-25).join('\n')}`;
  if (options.mayDownload && UNREACHABLE.test(lines.join('\n'))) throw new UnreachableRegistry(message);
  throw new Error(message);
}

/** Whether a program is on the machine. */
export function hasProgram(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
