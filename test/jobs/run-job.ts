import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';

const JOBS = fileURLToPath(new URL('.', import.meta.url));
const REPOSITORY = resolve(JOBS, '../..');
const TIME_LIMIT_MS = 60_000;

type Rows = Partial<Record<Parameters<Sandbox['put']>[0], readonly object[]>>;

/** What the two programs of a job printed, each parsed as one JSON value. */
export interface JobResult {
  readonly got: unknown;
  readonly want: unknown;
}

/** Names the jobs of some topics as `<topic>/<job>`, one for each folder. */
export function jobsOf(...topics: readonly string[]): readonly string[] {
  return topics.flatMap((topic) =>
    readdirSync(join(JOBS, topic))
      .sort()
      .map((job) => `${topic}/${job}`),
  );
}

/**
 * Runs `job.ts` (or `job.sh`) and `expected.ts` of a job, each against a fresh sandbox with the same data. A folder may
 * hold options of the sandbox in `sandbox.json`, and rows to put in `rows.json`, by operationId.
 *
 * @throws Error if a program fails, runs for more than a minute or prints anything but one JSON value.
 */
export async function runJob(job: string): Promise<JobResult> {
  const folder = join(JOBS, job);
  const program = existsSync(join(folder, 'job.sh')) ? 'job.sh' : 'job.ts';
  const [got, want] = await Promise.all([runProgram(folder, program), runProgram(folder, 'expected.ts')]);
  return { got, want };
}

async function runProgram(folder: string, program: string): Promise<unknown> {
  const sandbox = await startSandbox({ seed: 7, ...readJson<SandboxOptions>(folder, 'sandbox.json') });
  putRows(sandbox, readJson<Rows>(folder, 'rows.json'));
  const home = mkdtempSync(join(tmpdir(), 'weiban-job-'));
  try {
    const { corpId, secret } = sandbox.clientOptions;
    const environment = {
      ...process.env,
      WEIBAN: `${process.execPath} --import tsx ${join(REPOSITORY, 'src/cli/main.ts')}`,
      WEIBAN_BASE_URL: sandbox.url,
      WEIBAN_CORP_ID: corpId,
      WEIBAN_SECRET: secret,
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
    };
    return await printedBy(join(folder, program), environment);
  } finally {
    await sandbox.close();
    rmSync(home, { recursive: true });
  }
}

function putRows(sandbox: Sandbox, rows: Rows): void {
  for (const operation of Object.keys(rows) as (keyof Rows)[]) {
    // In reverse: each row is put before the others.
    for (const row of rows[operation]?.toReversed() ?? [])
      if (!sandbox.put(operation, row)) throw new Error(`The sandbox cannot put rows of ${operation}.`);
  }
}

function readJson<T extends object>(folder: string, name: string): T | Record<string, never> {
  const file = join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function printedBy(program: string, env: NodeJS.ProcessEnv): Promise<unknown> {
  const [command, ...args] = program.endsWith('.sh') ? ['bash'] : [process.execPath, '--import', 'tsx'];
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? '', [...args, program], { cwd: REPOSITORY, env, timeout: TIME_LIMIT_MS });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      try {
        if (code !== 0) throw new Error(`it ended with ${code ?? signal}`);
        resolve(JSON.parse(stdout));
      } catch (cause) {
        reject(new Error(`${program} failed: ${cause}\n${stdout.slice(0, 2_000)}\n${stderr}`, { cause }));
      }
    });
  });
}
