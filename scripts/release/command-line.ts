import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { printReport } from '../changes/index.ts';
import { type Command, createCommand, wrongArguments } from '../kit/command.ts';
import { runGates } from './gates.ts';
import { BUMPS, type Bump } from './next-version.ts';
import { planRelease, type ReleasePlan } from './plan-release.ts';
import { checkPreviousTypes } from './previous-types.ts';
import { type Repository, readRepository } from './repository.ts';
import { writeRelease } from './write-release.ts';

const HELP = `npm run release -- [--dry-run] [--at-least <bump>] [--skip-gates]

Makes a release: the version that the changes to the specification require, its entry in CHANGELOG.md, a commit and a
tag. First it runs the gates, and compiles the type tests of the last release against the new build. It does not push or
publish: push the tag, and the workflow publish.yml publishes.

  --dry-run           run the gates and print what would be done, but write nothing
  --at-least <bump>   patch, minor or major, for changes to the code that the specification does not show  (patch)
  --skip-gates        with --dry-run: run no gates

Exit codes: 0 done, 1 refused or a gate failed, 2 wrong arguments.`;

/** Where and when a release is made. */
export interface ReleaseEnvironment {
  /** The project's root. */
  readonly folder: string;
  readonly now?: () => Date;
}

type Say = (line: string) => void;

interface Options {
  readonly isDry: boolean;
  readonly atLeast: Bump;
  readonly skipsGates: boolean;
}

/** `npm run release`: makes a release in the given environment. */
export function createRelease({ folder, now = () => new Date() }: ReleaseEnvironment): Command {
  return createCommand({
    usage: HELP,
    help: HELP,
    badInput: 1,
    run: async (args, { print }) => await makeRelease(readOptions(args), folder, now(), print),
  });
}

async function makeRelease(options: Options, folder: string, now: Date, say: Say): Promise<0 | 1> {
  const repository = readRepository(folder);
  const date = now.toISOString().slice(0, 10);
  const plan = planRelease({ folder, repository, atLeast: options.atLeast, date });
  say(describe(plan, repository));
  if (plan.refusals.length > 0 && !options.isDry) return 1;
  if (!options.skipsGates) {
    const failed = runGates(folder, say);
    if (failed !== undefined) {
      say(`\nnpm run ${failed} failed; nothing was written.`);
      return 1;
    }
    if (!isUpgradeSafe(folder, repository, plan, say)) return 1;
  }
  if (!options.isDry) return release(folder, repository, plan, say);
  say(`\nNothing was written. ${plan.refusals.length > 0 ? 'A release would be refused.' : ''}`.trimEnd());
  return plan.refusals.length > 0 ? 1 : 0;
}

/** @throws TypeError with a code if the arguments are wrong, as `parseArgs` does. */
function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'dry-run': { type: 'boolean', default: false },
      'at-least': { type: 'string', default: 'patch' },
      'skip-gates': { type: 'boolean', default: false },
    },
  });
  const atLeast = BUMPS.find((bump) => bump === values['at-least']);
  if (atLeast === undefined)
    throw wrongArguments(`--at-least takes patch, minor or major, not ${values['at-least']}\n`);
  if (values['skip-gates'] && !values['dry-run']) throw wrongArguments('--skip-gates needs --dry-run\n');
  return { isDry: values['dry-run'], atLeast, skipsGates: values['skip-gates'] };
}

function describe(
  { version, tag, report, changelog, refusals }: ReleasePlan,
  { lastTag }: Repository,
): string {
  const [, entry = ''] = changelog.split(/^## Unreleased\n\n/m);
  const [own = ''] = entry.split(/\n(?=## )/);
  return [
    report
      ? `${printReport(report)}\n`
      : 'There is no earlier release: this is the first, with the version in package.json.\n',
    `version ${version}, tag ${tag}, after ${lastTag ?? 'none'}\n`,
    `CHANGELOG.md:\n\n${own.trim().replace(/^/gm, '    ')}`,
    ...refusals.map((refusal) => `\nrefused: ${refusal}`),
  ].join('\n');
}

/** Whether the type tests of the last release still compile, or a major version announces that they may not. */
function isUpgradeSafe(folder: string, repository: Repository, { bump }: ReleasePlan, say: Say): boolean {
  const { status, text } = checkPreviousTypes(folder, repository);
  say(`\ntypes of the last release: ${text}`);
  if (status !== 'broken' || bump === 'major') return true;
  say('\nThat is a major change: release with --at-least major, or fix it.');
  return false;
}

function release(folder: string, repository: Repository, plan: ReleasePlan, say: Say): 0 | 1 {
  const files = writeRelease(folder, plan);
  // The bundle contains the version, too.
  const { status } = spawnSync('npm', ['run', 'generate'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) {
    say(`npm run generate failed; undo the changes with git checkout -- ${files.join(' ')}`);
    return 1;
  }
  repository.commitAndTag([...files, 'generated'], `chore: release ${plan.tag}`, plan.tag);
  say(`\n${plan.tag} is committed and tagged. To publish it: git push --follow-tags`);
  return 0;
}
