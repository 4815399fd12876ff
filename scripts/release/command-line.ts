import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { printReport } from '../changes/report.ts';
import { SpecError } from '../kit/diagnostic.ts';
import { runGates } from './gates.ts';
import { BUMPS, type Bump } from './next-version.ts';
import { planRelease, type ReleasePlan } from './plan-release.ts';
import { checkPreviousTypes } from './previous-types.ts';
import { type Repository, readRepository } from './repository.ts';
import { writeRelease } from './write-release.ts';

const HELP = `npm run release -- [--dry-run] [--at-least <bump>] [--skip-gates]

Makes a release: the version that the changes of the specification call for, its entry in CHANGELOG.md, a commit and a
tag. Before that it runs the gates, and compiles the type tests of the last release against the new build. It pushes and
publishes nothing: the workflow publish.yml does, when the tag is pushed.

  --dry-run           says what would be done, runs the gates, writes nothing
  --at-least <bump>   patch, minor or major, for what changed in the code and not in the specification  (patch)
  --skip-gates        with --dry-run: runs no gates

Exit codes: 0 done, 1 refused or a gate failed, 2 wrong arguments.`;

/** Where a release is made, and where it tells of it. */
export interface ReleaseEnvironment {
  /** The project's root. */
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly now?: () => Date;
}

interface Options {
  readonly isDry: boolean;
  readonly atLeast: Bump;
  readonly skipsGates: boolean;
}

/** Runs `npm run release` with its arguments and gives its exit code. */
export async function runRelease(
  args: readonly string[],
  environment: ReleaseEnvironment,
): Promise<0 | 1 | 2> {
  const { folder, say, now = () => new Date() } = environment;
  const options = readOptions(args);
  if (typeof options === 'string') {
    say(options);
    return options === HELP ? 0 : 2;
  }
  try {
    const repository = readRepository(folder);
    const date = now().toISOString().slice(0, 10);
    const plan = planRelease({ folder, repository, atLeast: options.atLeast, date });
    say(describe(plan, repository));
    if (plan.refusals.length > 0 && !options.isDry) return 1;
    if (!options.skipsGates) {
      const failed = runGates(folder, say);
      if (failed !== undefined) {
        say(`\nnpm run ${failed} failed; nothing was written.`);
        return 1;
      }
      if (!upgradesWell(folder, repository, plan, say)) return 1;
    }
    if (options.isDry) {
      say(
        `\nNothing was written. ${plan.refusals.length > 0 ? 'A release would be refused.' : ''}`.trimEnd(),
      );
      return plan.refusals.length > 0 ? 1 : 0;
    }
    return release(folder, repository, plan, say);
  } catch (error) {
    if (!(error instanceof SpecError) && !(error instanceof Error)) throw error;
    say(error.message);
    return 1;
  }
}

function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        'at-least': { type: 'string', default: 'patch' },
        'skip-gates': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return HELP;
    const atLeast = BUMPS.find((bump) => bump === values['at-least']);
    if (atLeast === undefined)
      return `--at-least ${values['at-least']}: it is patch, minor or major\n\n${HELP}`;
    if (values['skip-gates'] && !values['dry-run'])
      return `--skip-gates goes with --dry-run alone\n\n${HELP}`;
    return { isDry: values['dry-run'], atLeast, skipsGates: values['skip-gates'] };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${HELP}`;
  }
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
      : 'No release was made before: this is the first, with the version of package.json.\n',
    `version ${version}, tag ${tag}, after ${lastTag ?? 'none'}\n`,
    `CHANGELOG.md:\n\n${own.trim().replace(/^/gm, '    ')}`,
    ...refusals.map((refusal) => `\nrefused: ${refusal}`),
  ].join('\n');
}

/** Whether whoever upgrades compiles as before, or is told by a major version that he may not. */
function upgradesWell(
  folder: string,
  repository: Repository,
  { bump }: ReleasePlan,
  say: ReleaseEnvironment['say'],
): boolean {
  const { status, text } = checkPreviousTypes(folder, repository);
  say(`\ntypes of the last release: ${text}`);
  if (status !== 'broken' || bump === 'major') return true;
  say('\nThat is a major change: release with --at-least major, or mend it.');
  return false;
}

function release(
  folder: string,
  repository: Repository,
  plan: ReleasePlan,
  say: ReleaseEnvironment['say'],
): 0 | 1 {
  const files = writeRelease(folder, plan);
  // The bundle says the version too.
  const { status } = spawnSync('npm', ['run', 'generate'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) {
    say(`npm run generate failed; git checkout -- ${files.join(' ')} undoes what was written.`);
    return 1;
  }
  repository.commitAndTag([...files, 'generated'], `chore: release ${plan.tag}`, plan.tag);
  say(`\n${plan.tag} is committed and tagged. To publish it: git push --follow-tags`);
  return 0;
}
