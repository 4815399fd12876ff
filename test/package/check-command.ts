import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Check, type CheckResult, chooseChecks, countsOf, lineOf, runCheck } from './run-check.ts';

/** What the checks of a run work with. */
export interface Opened<Context> {
  readonly context: Context;
  readonly close?: () => Promise<void>;
}

/** A command of npm that runs checks and prints a row for each. */
export interface CheckCommand<Context> {
  /** The name of the script in package.json. */
  readonly name: string;
  /** The help; it names the flags `--only`, `--json` and `--keep`, and the switches. */
  readonly help: string;
  readonly checks: readonly Check<Context>[];
  /** Further flags without a value. */
  readonly switches?: readonly string[];
  /**
   * Prepares the run. Its files go to the folder, which is outside the project and removed afterwards.
   * @param given the switches that were given.
   */
  readonly open: (work: string, given: ReadonlySet<string>) => Promise<Opened<Context>>;
}

/** Runs a command's checks. Resolves to the exit code: 1 if a check failed, 2 for wrong arguments. */
export async function runCheckCommand<Context>(
  command: CheckCommand<Context>,
  args: readonly string[],
): Promise<number> {
  try {
    const { values, given } = parse(command, args);
    if (values.help) {
      console.log(command.help);
      return 0;
    }
    const chosen = chooseChecks(command.checks, values.only);
    const results = await runAll({ ...command, checks: chosen }, given, values.keep);
    const counts = countsOf(results);
    if (values.json) writeFileSync(values.json, JSON.stringify({ ...counts, results }, null, 2));
    console.log(
      `\n${command.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    );
    return counts.failed > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error || error.message.startsWith('--only')))
      throw error;
    console.error(`${error.message}\n\n${command.help}`);
    return 2;
  }
}

function parse({ switches = [] }: Pick<CheckCommand<never>, 'switches'>, args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return { values, given: new Set(switches.filter((name) => Reflect.get(values, name) === true)) };
}

async function runAll<Context>(
  { name, checks, open }: CheckCommand<Context>,
  given: ReadonlySet<string>,
  keep: boolean,
): Promise<CheckResult[]> {
  const work = mkdtempSync(join(tmpdir(), `weiban-${name.replace(':', '-')}-`));
  const results: CheckResult[] = [];
  try {
    const { context, close } = await open(work, given);
    try {
      for (const check of checks) {
        const result = await runCheck(check, context);
        results.push(result);
        console.log(lineOf(result));
      }
    } finally {
      await close?.();
    }
  } finally {
    if (keep) console.log(`\nthe files are in ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
  return results;
}
