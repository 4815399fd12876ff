import type { PackedPackage } from './pack-folder.ts';
import type { Api } from './start-api.ts';

/** What every check is given. */
export interface CheckContext extends PackedPackage {
  /** The project's root. */
  readonly project: string;
  /** A folder outside of the project. */
  readonly work: string;
  /** A local server that answers as Weiban does. */
  readonly api: Api;
  /** Where Chromium is, where the machine has it. */
  readonly chromium: string | undefined;
}

/** One thing that must hold of the tarball. */
export interface PackageCheck {
  readonly name: string;
  /** Says in a few words what was seen; rejects with what is wrong. */
  run(context: CheckContext): Promise<string>;
}

export interface CheckResult {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What was seen, what went wrong, or what is missing. */
  readonly detail: string;
  readonly seconds: number;
}

/** Rejects a check that cannot run on this machine. */
export class MissingProgram extends Error {}

/**
 * The checks that are asked for by name or the beginning of it; all, when none is.
 * @throws TypeError for a name that no check has.
 */
export function chooseChecks(
  all: readonly PackageCheck[],
  names: readonly string[],
): readonly PackageCheck[] {
  const unknown = names.find((name) => !all.some((check) => check.name.startsWith(name)));
  if (unknown !== undefined) throw new TypeError(`--only ${unknown}: there is no check of that name`);
  return names.length === 0 ? all : all.filter((check) => names.some((name) => check.name.startsWith(name)));
}

/** Runs a check; whatever it rejects with becomes its result. */
export async function runCheck(check: PackageCheck, context: CheckContext): Promise<CheckResult> {
  const begun = performance.now();
  const result = (status: CheckResult['status'], detail: string): CheckResult => ({
    name: check.name,
    status,
    detail,
    seconds: Math.round((performance.now() - begun) / 100) / 10,
  });
  try {
    return result('passed', await check.run(context));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return result(error instanceof MissingProgram ? 'skipped' : 'failed', detail);
  }
}

/** A result as a row of the table; what went wrong stands below it. */
export function lineOf({ name, status, detail, seconds }: CheckResult): string {
  const [first = '', ...more] = detail.trim().split('\n');
  const row = `${status.padEnd(8)}${name.padEnd(26)}${seconds.toFixed(1).padStart(6)} s  ${first}`;
  return [row, ...more.map((line) => `          ${line}`)].join('\n');
}

/** How many of each there are. */
export function countsOf(results: readonly CheckResult[]): Record<CheckResult['status'], number> {
  const count = (status: CheckResult['status']) => results.filter((each) => each.status === status).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}
