import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** An example that runs in a process of its own. */
export interface RunningExample {
  /** Resolves when a line of the output matches; rejects with the output where the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code, and all that was printed; null for one that was killed. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
}

/** Starts `examples/<name>.ts` as its header says; the end of the test kills it. */
export function startExample(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningExample {
  const child = spawn(process.execPath, ['--import', 'tsx', `examples/${name}.ts`, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const waiting = new Set<() => void>();
  const add = (text: string) => {
    output += text;
    for (const look of waiting) look();
  };
  child.stdout.setEncoding('utf8').on('data', add);
  child.stderr.setEncoding('utf8').on('data', add);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  return {
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        ended.then(() => reject(new Error(`examples/${name}.ts ended without ${pattern}:\n${output}`)));
      }),
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

/** The port that an example says it listens at. */
export async function portOf(example: RunningExample): Promise<number> {
  const [, port] = await example.until(/listening: .*"port":(\d+)/);
  return Number(port);
}

/** What leads an example to a sandbox. */
export function environmentOf({
  clientOptions,
}: {
  readonly clientOptions: { readonly corpId: string; readonly secret: string; readonly baseUrl: string };
}): Record<string, string> {
  const { corpId, secret, baseUrl } = clientOptions;
  return { WEIBAN_CORP_ID: corpId, WEIBAN_SECRET: secret, WEIBAN_BASE_URL: baseUrl };
}
