import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** The options of a run of the command, in addition to its words. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The text on standard input. With `isTTY`, it is typed. */
  readonly input?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly signal?: AbortSignal;
}

/** The output of a run, and its exit code. */
export interface RunResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An environment whose files are in a folder of the test's own. */
export function ownEnvironment(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    LANG: 'C',
  };
}

/** Runs the command in this process. */
export async function runWeiban(argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { env = ownEnvironment(), input = '', isTTY = false, columns, signal } = options;
  const written = { out: '', err: '' };
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => stdin });
  stdin.end(input);
  const to = (name: 'out' | 'err') => ({
    isTTY,
    columns,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await run({
    argv,
    env,
    stdin,
    stdout: to('out'),
    stderr: to('err'),
    signal: signal ?? new AbortController().signal,
  });
  return { code, ...written };
}
