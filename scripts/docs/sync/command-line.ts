import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { isDeepStrictEqual } from 'node:util';
import { runChanges } from '../../changes/index.ts';
import { runCheck } from '../../check/index.ts';
import { type Command, type CommandIo, createCommand, wrongArguments } from '../../kit/command.ts';
import { SpecError } from '../../kit/diagnostic.ts';
import type { FolderLock } from '../../kit/folder-lock.ts';
import { withSpecLock } from '../../spec/lock-spec.ts';
import { commitFiles } from '../apply/journal.ts';
import { MERGE_HELP, parseMerge } from '../apply/merge-arguments.ts';
import { type PagePlan, type PlanOptions, planPages } from '../apply/plan-pages.ts';
import { printPatch, printPlan } from '../apply/print-plan.ts';

const USAGE = `usage: npm run docs -- sync <file|folder|->… [--all] [--category <slug>] [--yes] [--spec <folder>] [--out <folder>]`;
const HELP = `${USAGE}

Does everything that a change of the documentation needs: shows what changed and the patch, asks, applies it, then checks,
generates, tests, and reports what the changes since the last commit mean for users of the package. It stops at the first
decision that a person must make. Make it and run the same command again, and it continues from there.

${MERGE_HELP}
  --out <folder>     where the client is generated  (generated, beside the specification)
  --yes              do not ask

Exit codes: 0 done, 1 something to decide or fix, or the answer was no, 2 wrong arguments or bad input.`;

/** The effects that {@link createSync} needs. */
export interface SyncWorld {
  /** Asks a person; undefined if nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  /** Runs an npm script of the project, shows its output, and returns whether it succeeded. */
  readonly npm: (...args: readonly string[]) => boolean;
}

/** The terminal and the project that the command runs in. */
export function realWorld(): SyncWorld {
  return {
    confirm: process.stdin.isTTY
      ? async (question) => {
          const terminal = createInterface({ input: process.stdin, output: process.stdout });
          // Ctrl-D closes the terminal without an answer.
          const closed = once(terminal, 'close').then(() => '');
          const answer = await Promise.race([terminal.question(`${question} [y/N] `), closed]);
          terminal.close();
          return /^y(es)?$/i.test(answer.trim());
        }
      : undefined,
    npm: (...args) =>
      spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0,
  };
}

/** `npm run docs -- sync`: all steps that follow a change of the documentation. */
export function createSync(world: SyncWorld = realWorld()): Command {
  return createCommand({
    usage: USAGE,
    help: HELP,
    async run(args, io) {
      const { options, isOn, out } = parseMerge('sync', args, ['yes']);
      const { confirm, npm } = world;
      const sides = { options, out: out ?? outOf(options.spec) };
      if (isOn('yes')) return await sync(sides, undefined, npm, io);
      if (confirm === undefined || options.targets.includes('-'))
        throw wrongArguments('there is nobody to ask: give --yes');
      return await sync(sides, confirm, npm, io);
    },
  });
}

/** Where the client of a specification is generated: beside its folder, as `generated/` is beside `spec/`. */
function outOf(spec: string): string {
  const path = resolve(spec);
  const folder = /\.ya?ml$/.test(path) ? dirname(path) : path;
  return join(dirname(folder), 'generated');
}

/** @param confirm asks before anything is written; undefined to apply at once. */
async function sync(
  { options, out }: { readonly options: PlanOptions; readonly out: string },
  confirm: SyncWorld['confirm'],
  npm: SyncWorld['npm'],
  io: CommandIo,
): Promise<0 | 1> {
  const { print } = io;
  const plan =
    confirm === undefined ? await applyPages(options, print) : await askFirst(options, confirm, print);
  if (plan === undefined) return stop(print, 'Nothing was written.');
  if (plan.conflicts.length + plan.open.length > 0)
    return stop(print, 'Decide what is listed above, then run the same command again.');
  const steps: readonly [name: string, run: () => boolean | Promise<boolean>, fix: string][] = [
    ['check', () => check(options.spec, io), 'Fix what the check found, then run the same command again.'],
    [
      'generate',
      () => npm('run', '--silent', 'generate', '--', '--spec', options.spec, '--out', out),
      'Fix what the generator reports, then run the same command again.',
    ],
    ['test', () => npm('test', '--silent'), 'Fix what the tests report, then run the same command again.'],
    [
      'changes',
      async () => (await runChanges(['HEAD', '--spec', options.spec], io)) === 0,
      'Commit the specification once, so that there is something to compare with.',
    ],
  ];
  for (const [name, run, fix] of steps) {
    print(`\n— ${name}`);
    if (!(await run())) return stop(print, fix);
  }
  return 0;
}

/** Shows the plan and applies it. */
async function applyPages(options: PlanOptions, print: CommandIo['print']): Promise<PagePlan> {
  return await withSpecLock(options.spec, 'docs sync', async (lock) => {
    const plan = await planPages(options);
    show(plan, print);
    commit(lock, plan, print);
    return plan;
  });
}

/**
 * Shows the plan, asks, and applies it. Other commands may write while the person reads.
 * @returns undefined if the answer was no.
 * @throws SpecError if the plan is no longer the one that was shown; nothing is written then.
 */
async function askFirst(
  options: PlanOptions,
  confirm: NonNullable<SyncWorld['confirm']>,
  print: CommandIo['print'],
): Promise<PagePlan | undefined> {
  const shown = await planPages(options);
  show(shown, print);
  if (shown.files.size === 0) return shown;
  if (!(await confirm('Apply this?'))) return undefined;
  return await withSpecLock(options.spec, 'docs sync', async (lock) => {
    const plan = await planPages(options);
    if (!isDeepStrictEqual(plan.files, shown.files)) throw outdated();
    commit(lock, plan, print);
    return plan;
  });
}

function show(plan: PagePlan, print: CommandIo['print']): void {
  print(`${printPatch(plan.files)}${printPlan(plan, true)}`);
}

function commit(lock: FolderLock, { files }: PagePlan, print: CommandIo['print']): void {
  if (files.size === 0) return;
  commitFiles(lock, files);
  print(`\n${files.size} files written.`);
}

function outdated(): SpecError {
  const message = 'the specification or the pages changed while you were reading; nothing was written';
  return new SpecError([{ code: 'docs', message, fix: 'run the same command again' }]);
}

/** Runs the check. Prints only its last line if it found nothing, and everything if it did. */
async function check(spec: string, io: CommandIo): Promise<boolean> {
  const lines: string[] = [];
  const code = await runCheck(['--spec', spec], { ...io, print: (text) => lines.push(text) });
  const text = lines.join('\n');
  io.print(code === 0 ? (text.split('\n').at(-1) ?? '') : text);
  return code === 0;
}

function stop(print: CommandIo['print'], fix: string): 1 {
  print(`\nStopped. ${fix}`);
  return 1;
}
