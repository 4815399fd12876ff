import { Worker } from 'node:worker_threads';
import type { Model } from '../spec/model.ts';
import type { PartName } from './parts.ts';

/** Emits the files that a compiler writes. They take longest. */
export interface SlowFilesEmitter {
  /**
   * Resolves to the text of each file by its name. Rejects with the error of the emitter that failed.
   */
  readonly emit: (model: Model, parts: ReadonlySet<PartName>) => Promise<Readonly<Record<string, string>>>;
  /** Ends the thread immediately. */
  readonly stop: () => void;
}

/** Starts a thread that loads the compilers while this one reads the specification. Then both emit in parallel. */
export function startSlowFilesEmitter(
  main: URL = new URL('./slow-files-thread.cjs', import.meta.url),
): SlowFilesEmitter {
  // The thread loads tsx itself. With the `--import tsx` of this process it would also load the half for ES modules.
  const thread = new Worker(main, { execArgv: [] });
  // One promise for all three events. When this thread was busy, the answer and the exit arrive in the same turn, and
  // the answer comes first; two promises in a race could settle in the other order.
  const answer = new Promise<Readonly<Record<string, string>>>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`the thread with the compilers ended without an answer (exit code ${code})`)),
    );
  });
  // Nobody may be waiting yet: `emit` reports it.
  answer.catch(() => undefined);
  return {
    async emit(model, parts) {
      thread.postMessage({ model, parts });
      return await answer;
    },
    stop: () => void thread.terminate(),
  };
}
