import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Model } from '../spec/model.ts';
import { type SlowProcess, startSlowProcess } from './slow-process.ts';

/** Emits the files that take longest, those that a compiler has a part in, each compiler in a process of its own. */
export interface SlowFilesEmitter {
  /** The text of each file by its name. */
  readonly emit: (model: Model) => Promise<Readonly<Record<string, string>>>;
  /** Ends the processes, whatever they are emitting. */
  readonly stop: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Starts the processes, which load their compilers while this one reads the specification; then all work side by side. */
export function startSlowFilesEmitter(): SlowFilesEmitter {
  const processes: readonly SlowProcess[] = [
    startSlowProcess('./schema-worker.ts', 'openapi-typescript/dist/transform/index.cjs'),
    startSlowProcess('./client-worker.ts', 'ts-morph'),
  ];
  let folder: string | undefined;
  const stop = () => {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    for (const one of processes) one.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  const onSignal = (signal: NodeJS.Signals) => {
    stop();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  return {
    stop,
    async emit(model) {
      folder = mkdtempSync(join(tmpdir(), 'weiban-generate-'));
      const file = join(folder, 'model');
      writeFileSync(file, serialize(model));
      const emitted = await Promise.all(processes.map((one) => one.emit(file)));
      return Object.assign({}, ...emitted);
    },
  };
}
