import { Worker } from 'node:worker_threads';
import type { Model } from '../spec/model.ts';

/** Emits the files that a compiler writes, which take longest. */
export interface SlowFilesEmitter {
  /**
   * The text of each file by its name.
   * @throws the error of the emitter that failed.
   */
  readonly emit: (model: Model) => Promise<Readonly<Record<string, string>>>;
  /** Ends the thread, whatever it is doing. */
  readonly stop: () => void;
}

/** Starts a thread that loads the compilers while this one reads the specification; then both emit side by side. */
export function startSlowFilesEmitter(
  main: URL = new URL('./slow-files-thread.cjs', import.meta.url),
): SlowFilesEmitter {
  // The thread loads tsx itself: given this process's `--import tsx`, it would load the half for ES modules as well.
  const thread = new Worker(main, { execArgv: [] });
  // One promise for all three events. When this thread was busy, the answer and the exit arrive in the same turn, and the
  // answer comes first; two promises in a race could settle in the other order.
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
    async emit(model) {
      thread.postMessage(model);
      return await answer;
    },
    stop: () => void thread.terminate(),
  };
}
