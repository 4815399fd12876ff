import { createRecorder, type RecorderOptions } from '../../src/record/index.ts';

/** A fixed key, the same in every run. */
export const key = Buffer.alloc(32, 7);

/** Creates a recorder that keeps its files in memory. */
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
  /** Records an answer to a call. Returns the text of the new file, or an empty text if there is none. */
  const recordOne = async (operation: string, body: object | string, params?: object): Promise<string> => {
    const before = new Set(files.keys());
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    await record({ operation, params, status: 200, text, isSuccess: true });
    const added = [...files.keys()].filter((file) => !before.has(file));
    return files.get(added[0] ?? '') ?? '';
  };
  return { files, record, recordOne };
}
