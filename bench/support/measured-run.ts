import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The cost of a command. On a busy machine, only processor time is comparable. */
export interface MeasuredRun {
  /** Seconds from start to end. */
  readonly wall: number;
  /** User and system time of every Node process that the command started, in seconds. */
  readonly cpu: number;
  /** The sum of the largest resident sizes of those processes, in MB of 10^6 bytes. */
  readonly peak: number;
  readonly status: number | null;
  /** The text that it wrote to both streams. */
  readonly output: string;
}

// Node cannot read the resource usage of a child, so each Node process of the command writes its own when it exits.
const HOOK = `
const { isMainThread } = require('node:worker_threads');
if (isMainThread) {
  process.once('SIGTERM', () => process.exit(143));
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    require('node:fs').writeFileSync(__dirname + '/' + process.pid + '.json', JSON.stringify({ cpu: userCPUTime + systemCPUTime, peak: maxRSS }));
  });
}`;

/**
 * Runs a script with Node and measures it.
 * @param options `node` is the path of another Node; `timeout` is in milliseconds.
 */
export async function runMeasured(
  args: readonly string[],
  options: { readonly cwd?: string; readonly timeout?: number; readonly node?: string } = {},
): Promise<MeasuredRun> {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-bench-usage-'));
  const hook = join(folder, 'hook.cjs');
  writeFileSync(hook, HOOK);
  try {
    const begun = performance.now();
    const child = spawn(options.node ?? process.execPath, args, {
      cwd: options.cwd,
      timeout: options.timeout ?? 300_000,
      env: { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(hook)}`, CI: 'true', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const wall = (performance.now() - begun) / 1000;
    const usages = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { cpu: number; peak: number });
    const sum = (of: (usage: { cpu: number; peak: number }) => number) =>
      usages.reduce((total, usage) => total + of(usage), 0);
    return {
      wall,
      cpu: sum(({ cpu }) => cpu) / 1e6,
      peak: (sum(({ peak }) => peak) * 1024) / 1e6,
      status,
      output,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
