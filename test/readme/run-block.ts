import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CodeBlock } from './code-blocks.ts';

/** Below the project, so that the package's own name leads to its sources; git ignores it. */
export const FOLDER = resolve('.cache/readme');
const TSX = import.meta.resolve('tsx');
const ROUTE = new URL('./route-to-sandbox.ts', import.meta.url).href;

/** What the first block of the README has in place of real ones. */
const CREDENTIALS = { WEIBAN_CORP_ID: 'your corp id', WEIBAN_SECRET: 'your secret' };

/** Writes a block as the file that a reader would make of it, and gives its path. */
export function writeBlock({ language, text, nth }: CodeBlock): string {
  const folder = join(FOLDER, `${language}-${nth}`);
  mkdirSync(folder, { recursive: true });
  const isCommonJs = /\brequire\(/.test(text);
  const file = join(folder, `block.${language === 'ts' ? 'ts' : isCommonJs ? 'cjs' : 'mjs'}`);
  writeFileSync(file, text);
  return file;
}

/** What a block's program is run with beside the credentials. */
export interface BlockRun {
  readonly env?: Readonly<Record<string, string>>;
  /** Told of the port that a server of the block listens at; what it resolves to ends the program. */
  readonly onPort?: (port: number) => Promise<void>;
}

/** Runs a block with Node, in a folder of its own, and gives what it printed and how it ended. */
export async function runBlock(
  block: CodeBlock,
  { env = {}, onPort }: BlockRun = {},
): Promise<{ code: number | null; output: string }> {
  const file = writeBlock(block);
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
