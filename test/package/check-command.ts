import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Check, type CheckResult, chooseChecks, countsOf, lineOf, runCheck } from './run-check.ts';

/** A command of npm that runs checks and prints a row for each. */
export interface CheckCommand {
  /** The name of the script in package.json. */
  readonly name: string;
  /** The help; it names the flags `--only`, `--json` and `--keep`. */
  readonly help: string;
  /** The checks. Their files go to the folder, which is removed afterwards. */
  readonly checks: (work: string) => readonly Check<undefined>[];
}

/** Runs a command's checks. Resolves to the exit code: 1 if a check failed, 2 for wrong arguments. */
export async function runCheckCommand(command: CheckCommand, args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(command.help);
      return 0;
    }
    const results = await runAll(command, values.only, values.keep);
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

async function runAll(command: CheckCommand, only: readonly string[], keep: boolean): Promise<CheckResult[]> {
  const work = mkdtempSync(join(tmpdir(), `weiban-${command.name.replace(':', '-')}-`));
  const results: CheckResult[] = [];
  try {
    for (const check of chooseChecks(command.checks(work), only)) {
      const result = await runCheck(check, undefined);
      results.push(result);
      console.log(lineOf(result));
    }
  } finally {
    if (keep) console.log(`\nthe files are in ${work}`);
    else rmSync(work, { recursive: true, force: true });
  }
  return results;
}
