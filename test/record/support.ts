import { createRecorder, type RecorderOptions } from '../../src/record/index.ts';

/** A key that is the same in every run. */
export const key = Buffer.alloc(32, 7);

/** A recorder that keeps what it would write, by file. */
export function memoryRecorder(options: Partial<RecorderOptions> = {}) {
  const files = new Map<string, string>();
  const record = createRecorder({
    folder: 'nowhere',
    key,
    now: () => Date.UTC(2026, 10, 25),
    perOperation: Number.POSITIVE_INFINITY,
    write: (file, text) => void files.set(file, text),
    ...options,
  });
  /** Records an answer to a call; gives the text of the one file that this made. */
  const recordOne = async (operation: string, body: object | string, params?: object): Promise<string> => {
    const before = new Set(files.keys());
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    await record({ operation, params, status: 200, text, isSuccess: true });
    const made = [...files.keys()].filter((file) => !before.has(file));
    return files.get(made[0] ?? '') ?? '';
  };
  return { files, record, recordOne };
}
