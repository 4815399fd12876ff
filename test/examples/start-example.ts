import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** An example in a separate process. */
export interface RunningExample {
  /** Resolves when a line of the output matches. Rejects with the output if the process ends before that. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code (null if the process was killed), and the complete output. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
}

/** Starts `examples/<name>.ts` as its header says. The end of the test kills it. */
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
    for (const check of waiting) check();
  };
  child.stdout.setEncoding('utf8').on('data', add);
  child.stderr.setEncoding('utf8').on('data', add);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  return {
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const found = pattern.exec(output);
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
        ended.then(() => reject(new Error(`examples/${name}.ts ended without ${pattern}:\n${output}`)));
      }),
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

/** The port in an example's output. */
export async function portOf(example: RunningExample): Promise<number> {
  const [, port] = await example.until(/listening: .*"port":(\d+)/);
  return Number(port);
}

/** The environment variables that point an example to a sandbox. */
export function environmentOf({
  clientOptions,
}: {
  readonly clientOptions: { readonly corpId: string; readonly secret: string; readonly baseUrl: string };
}): Record<string, string> {
  const { corpId, secret, baseUrl } = clientOptions;
  return { WEIBAN_CORP_ID: corpId, WEIBAN_SECRET: secret, WEIBAN_BASE_URL: baseUrl };
}
