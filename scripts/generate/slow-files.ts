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
  const failure = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread with the compilers ended without an answer')));
  });
  // Nobody may be waiting yet: `emit` reports it.
  failure.catch(() => undefined);
  return {
    emit: (model) =>
      new Promise((resolve, reject) => {
        // The answer and the end of the thread may come at once: the first of them counts, and it is the answer.
        thread.once('message', resolve);
        failure.catch(reject);
        thread.postMessage(model);
      }),
    stop: () => void thread.terminate(),
  };
}
