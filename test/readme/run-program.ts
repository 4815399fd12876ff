import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Program } from './programs.ts';

/** A folder inside the project, so that the package's name resolves to its sources. Git ignores it. */
const FOLDER = resolve('.cache/readme');
const TSX = import.meta.resolve('tsx');
const ROUTE = new URL('./route-to-sandbox.ts', import.meta.url).href;

/** The placeholder values in the README's first example. */
const CREDENTIALS = { WEIBAN_CORP_ID: 'your corp id', WEIBAN_SECRET: 'your secret' };

/** The folders of compiled and running programs. They differ, because both may happen at the same time. */
export const COMPILED = join(FOLDER, 'compile');
export const RUN = join(FOLDER, 'run');

/** The folder of a program. */
export function folderOf({ name }: Program, purpose: 'compile' | 'run'): string {
  return join(purpose === 'run' ? RUN : COMPILED, name.replaceAll(/[^\w.]+/g, '-'));
}

/** Writes a program to a file, as a reader would. Returns its path. */
export function writeProgram(program: Program, purpose: 'compile' | 'run'): string {
  const { language, text } = program;
  const folder = folderOf(program, purpose);
  mkdirSync(folder, { recursive: true });
  const isCommonJs = /\brequire\(/.test(text);
  const file = join(folder, `block.${language === 'ts' ? 'ts' : isCommonJs ? 'cjs' : 'mjs'}`);
  writeFileSync(file, text);
  return file;
}

/** The options of a program's run, in addition to the credentials. */
export interface ProgramRun {
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the port that a server of the program listens on. The program ends when the promise resolves. */
  readonly onPort?: (port: number) => Promise<void>;
}

/** Runs a program with Node in a separate folder. Resolves to its exit code and its output. */
export async function runProgram(
  program: Program,
  { env = {}, onPort }: ProgramRun = {},
): Promise<{ code: number | null; output: string }> {
  const file = writeProgram(program, 'run');
  const child = fork(file, {
    cwd: resolve(file, '..'),
    execArgv: ['--import', TSX, '--import', ROUTE],
    env: { ...process.env, ...CREDENTIALS, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    timeout: 60_000,
  });
  let output = '';
  const add = (text: string) => {
    output += text;
  };
  child.stdout?.setEncoding('utf8').on('data', add);
  child.stderr?.setEncoding('utf8').on('data', add);
  let driving: Promise<void> | undefined;
  if (onPort) {
    child.on('message', (address) => {
      driving = onPort(Number(Object(address).port)).finally(() => child.kill());
    });
  }
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  await driving;
  return { code, output };
}
