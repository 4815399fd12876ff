import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OpenApiDocument } from '../spec/openapi.ts';

/** Emits `schema.ts` in a process of its own; `stop` ends it whatever it is doing. */
export interface SchemaEmitter {
  readonly emit: (closed: OpenApiDocument) => Promise<string>;
  readonly stop: () => void;
}

/**
 * Starts a process that loads openapi-typescript, which with its compiler takes a third of a whole run, while this one
 * reads the specification and emits the rest. A process and not a thread: tsx does not reach into threads on Node 20.
 */
export function startSchemaEmitter(): SchemaEmitter {
  const worker = fork(fileURLToPath(new URL('./schema-worker.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const failure = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code, signal) => {
      reject(new Error(`the process that emits schema.ts ended early (${signal ?? `exit code ${code}`})`));
    });
  });
  // One that fails before anybody asks is reported to the one who asks.
  failure.catch(() => undefined);
  return {
    emit: (closed) => {
      const text = new Promise<string>((resolve) => {
        worker.once('message', (message) => resolve(String(message)));
      });
      worker.send(closed);
      return Promise.race([text, failure]);
    },
    stop: () => {
      worker.kill();
    },
  };
}
