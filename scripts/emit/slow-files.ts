import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Model } from '../spec/model.ts';

/** The text of the files that take longest: those that a compiler has a part in. */
export type SlowFiles = Readonly<Record<'schema.ts' | 'client.ts' | 'error-codes.ts', string>>;

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
for (const name of ['openapi-typescript/dist/transform/index.cjs', 'ts-morph', 'tsx/cjs', process.argv[1]]) load(name);
`;

/** Where the process finds the model, and puts the files. */
export const MODEL_FILE = 'model';
export const FILES_FILE = 'files';

/** Starts the process, which loads the compilers while this one reads the specification; then they work side by side. */
export function startSlowFilesEmitter(): SlowFilesEmitter {
  const module = fileURLToPath(new URL('./slow-files-worker.ts', import.meta.url));
  // More room for what is young spares a tenth of the time: a compiler makes much that is soon forgotten.
  const worker = spawn(process.execPath, ['--max-semi-space-size=64', '-e', SCRIPT, module], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let folder: string | undefined;
  const failure = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code, signal) => {
      reject(
        new Error(
          `the process that emits client.ts, schema.ts and error-codes.ts ended early (${signal ?? `exit code ${code}`}); what it said stands above`,
        ),
      );
    });
  });
  // One that fails before anybody asks is reported to the one who asks.
  failure.catch(() => undefined);
  return {
    emit: (model) => {
      // Not through the channel: what is larger than its buffer waits there for the emitting of this process to end.
      const shared = mkdtempSync(join(tmpdir(), 'weiban-generate-'));
      folder = shared;
      writeFileSync(join(shared, MODEL_FILE), serialize(model));
      const files = new Promise<SlowFiles>((resolve) => {
        worker.once('message', () => {
          // Sound: the worker wrote it, and it is of this type.
          resolve(deserialize(readFileSync(join(shared, FILES_FILE))) as SlowFiles);
        });
      });
      worker.send(shared);
      return Promise.race([files, failure]);
    },
    stop: () => {
      worker.kill();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
