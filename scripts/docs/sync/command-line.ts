import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { runChanges } from '../../changes/index.ts';
import { runCheck } from '../../check/index.ts';
import { type Command, type CommandIo, createCommand, wrongArguments } from '../../kit/command.ts';
import { commitFiles } from '../apply/journal.ts';
import { MERGE_HELP, parseMerge } from '../apply/merge-arguments.ts';
import { type PlanOptions, planPages } from '../apply/plan-pages.ts';
import { printPatch, printPlan } from '../apply/print-plan.ts';

const USAGE = `usage: npm run docs -- sync <file|folder|->… [--all] [--category <slug>] [--yes] [--spec <folder>]`;
const HELP = `${USAGE}

All that is to be done on the day the documentation changes: shows what changed and the patch, asks, applies it, then checks,
generates, tests, and says what the changes since the last commit mean for those who use the package. Stops at the first
thing that a person must decide; decide it, and run the same command again: it goes on from there.

${MERGE_HELP}
  --yes              do not ask

Exit codes: 0 done, 1 something is to be decided or mended, or the answer was no, 2 wrong arguments or bad input.`;

/** What {@link runSync} needs of the world. */
export interface SyncWorld {
  /** Asks a person; undefined where nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  /** Runs an npm script of the project with its output shown; says whether it succeeded. */
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

/** `npm run docs -- sync`: all steps of the day on which the documentation changes. */
export function createSync(world: SyncWorld = realWorld()): Command {
  return createCommand({
    usage: USAGE,
    help: HELP,
    async run(args, io) {
      const { options, isOn } = parseMerge('sync', args, ['yes']);
      const confirm = isOn('yes') ? () => Promise.resolve(true) : world.confirm;
      if (confirm === undefined || (options.targets.includes('-') && !isOn('yes')))
        throw wrongArguments('nobody can be asked here: give --yes');
      return await sync(options, confirm, world.npm, io);
    },
  });
}

async function sync(
  options: PlanOptions,
  confirm: NonNullable<SyncWorld['confirm']>,
  npm: SyncWorld['npm'],
  io: CommandIo,
): Promise<0 | 1> {
  const { print } = io;
  const plan = await planPages(options);
  print(`${printPatch(plan.files)}${printPlan(plan, true)}`);
  if (plan.files.size > 0) {
    if (!(await confirm('Apply this?'))) return stop(print, 'Nothing was written.');
    commitFiles(plan.folder, plan.files);
    print(`\n${plan.files.size} files written.`);
  }
  if (plan.conflicts.length + plan.open.length > 0)
    return stop(print, 'Decide what is listed above, then run the same command again.');
  const steps: readonly [name: string, run: () => boolean | Promise<boolean>, mend: string][] = [
    ['check', () => check(options.spec, io), 'Mend what the check found, then run the same command again.'],
    [
      'generate',
      () => npm('run', '--silent', 'generate'),
      'Mend what the generator says, then run the same command again.',
    ],
    ['test', () => npm('test', '--silent'), 'Mend what the tests name, then run the same command again.'],
    [
      'changes',
      async () => (await runChanges(['HEAD', '--spec', options.spec], io)) === 0,
      'Commit the specification once, so that there is something to compare with.',
    ],
  ];
  for (const [name, run, mend] of steps) {
    print(`\n— ${name}`);
    if (!(await run())) return stop(print, mend);
  }
  return 0;
}

/** Runs the check; prints its last line where nothing was found, and everything where something was. */
async function check(spec: string, io: CommandIo): Promise<boolean> {
  const lines: string[] = [];
  const code = await runCheck(['--spec', spec], { ...io, print: (text) => lines.push(text) });
  const text = lines.join('\n');
  io.print(code === 0 ? (text.split('\n').at(-1) ?? '') : text);
  return code === 0;
}

function stop(print: CommandIo['print'], mend: string): 1 {
  print(`\nStopped. ${mend}`);
  return 1;
}
