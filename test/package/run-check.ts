import type { PackedPackage } from './pack-folder.ts';
import type { Api } from './start-api.ts';

/** The context of every check. */
export interface CheckContext extends PackedPackage {
  /** The project's root. */
  readonly project: string;
  /** A folder outside the project. */
  readonly work: string;
  /** A local server that answers as Weiban does. */
  readonly api: Api;
  /** The path of Chromium, if the machine has it. */
  readonly chromium: string | undefined;
}

/** A check in a context: of the tarball, unless another one is named. */
export interface Check<Context = CheckContext> {
  readonly name: string;
  /** Resolves to a short summary. Rejects with the problem. */
  run(context: Context): Promise<string>;
}

/** A check of the tarball. */
export type PackageCheck = Check;

export interface CheckResult {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** The summary, the problem, or the missing program. */
  readonly detail: string;
  readonly seconds: number;
}

/** The error of a check that cannot run on this machine. */
export class MissingProgram extends Error {}

/**
 * The checks whose names start with one of the given names; all checks if there are none.
 * @throws TypeError for a name that fits no check.
 */
export function chooseChecks<Context>(
  all: readonly Check<Context>[],
  names: readonly string[],
): readonly Check<Context>[] {
  const unknown = names.find((name) => !all.some((check) => check.name.startsWith(name)));
  if (unknown !== undefined) throw new TypeError(`--only ${unknown}: there is no check of that name`);
  return names.length === 0 ? all : all.filter((check) => names.some((name) => check.name.startsWith(name)));
}

/** Runs a check. Never rejects: an error becomes the result. */
export async function runCheck<Context>(check: Check<Context>, context: Context): Promise<CheckResult> {
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

/** A result as a row of the table, followed by its problem. */
export function lineOf({ name, status, detail, seconds }: CheckResult): string {
  const [first = '', ...more] = detail.trim().split('\n');
  const row = `${status.padEnd(8)}${name.padEnd(26)}${seconds.toFixed(1).padStart(6)} s  ${first}`;
  return [row, ...more.map((line) => `          ${line}`)].join('\n');
}

/** The number of results with each status. */
export function countsOf(results: readonly CheckResult[]): Record<CheckResult['status'], number> {
  const count = (status: CheckResult['status']) =>
    results.filter((result) => result.status === status).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}
