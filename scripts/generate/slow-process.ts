import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { cacheFolder } from '../kit/text-cache.ts';

/** A process that emits some files from a model. */
export interface SlowProcess {
  /** Gives the text of each file by its name, from the model that stands in a file. */
  readonly emit: (modelFile: string) => Promise<Readonly<Record<string, string>>>;
  readonly stop: () => void;
}

/** Starts a module beside this one, which answers with `answerModel`, in a process that has loaded a compiler. */
export function startSlowProcess(module: string, compiler: string): SlowProcess {
  const [main, path] = ['./slow-process-main.cjs', module].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  ) as [string, string]; // Sound: one for each of the two.
  const code = join(cacheFolder(dirname(dirname(dirname(main)))), 'code');
  // A process and not a thread: tsx does not reach into threads on Node 20.
  // More room for what is young spares a tenth of the time: a compiler makes much that is soon forgotten.
  const worker = spawn(process.execPath, ['--max-semi-space-size=64', main, path, compiler, code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const failure = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code, signal) => {
      const how = signal ?? `exit code ${code}`;
      reject(
        new Error(`the process that emits with ${compiler} ended early (${how}); what it said stands above`),
      );
    });
  });
  // One that fails before anybody asks is reported to the one who asks.
  failure.catch(() => undefined);
  return {
    emit: (modelFile) => {
      // Sound: it sends the path of what it wrote, once.
      const answer = once(worker, 'message').then(([file]: string[]) =>
        deserialize(readFileSync(file ?? '')),
      );
      worker.send(modelFile);
      return Promise.race([answer, failure]);
    },
    stop: () => {
      worker.kill();
    },
  };
}
