import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Model } from '../spec/model.ts';

/** The text of the files that take longest: those that a compiler has a part in, and the bundle as YAML. */
export type SlowFiles = Readonly<
  Record<'schema.ts' | 'client.ts' | 'error-codes.ts' | 'openapi.yaml', string>
>;

/** Emits them in a process of its own; `stop` ends it whatever it is doing. */
export interface SlowFilesEmitter {
  readonly emit: (model: Model) => Promise<SlowFiles>;
  readonly stop: () => void;
}

/**
 * What the process runs. The packages with a compiler in them are loaded before tsx, which would read their 20 MB for
 * import statements, and by `require`, for as ES modules Node would read them for the names that they export: that
 * takes longer than all the emitting. A process and not a thread: tsx does not reach into threads on Node 20.
 */
const SCRIPT = `
const load = require('node:module').createRequire(process.argv[1]);
for (const name of ['openapi-typescript', 'ts-morph', 'tsx/cjs', process.argv[1]]) load(name);
`;

/** Starts the process, which loads the compilers while this one reads the specification; then they work side by side. */
export function startSlowFilesEmitter(): SlowFilesEmitter {
  const module = fileURLToPath(new URL('./slow-files-worker.ts', import.meta.url));
  const worker = spawn(process.execPath, ['-e', SCRIPT, module], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const failure = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code, signal) => {
      reject(
        new Error(
          `the process that emits client.ts, schema.ts and openapi.yaml ended early (${signal ?? `exit code ${code}`}); what it said stands above`,
        ),
      );
    });
  });
  // One that fails before anybody asks is reported to the one who asks.
  failure.catch(() => undefined);
  return {
    emit: (model) => {
      const files = new Promise<SlowFiles>((resolve) => {
        // Sound: the worker sends one message, which is of this type.
        worker.once('message', (message) => resolve(message as SlowFiles));
      });
      worker.send(model);
      return Promise.race([files, failure]);
    },
    stop: () => {
      worker.kill();
    },
  };
}
