import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoteExact } from '../spec/exact-json.ts';

/** An answer that was really given, or printed in the documentation, with secrets and persons replaced. */
export interface Recording {
  /** The operationId: the folder's name. */
  readonly operation: string;
  /** The file, relative to the recordings' folder. */
  readonly file: string;
  readonly source: {
    readonly kind: 'documentation' | 'live';
    readonly page?: string;
    readonly note?: string;
    /** JSON pointers of the objects that the capture of a documented example breaks off in: they may lack fields. */
    readonly cut?: readonly string[];
  };
  readonly response: { readonly status: number; readonly body: unknown };
}

/**
 * Reads every recording below a folder: `<operationId>/<name>.json`.
 * @throws Error naming the file that is not a recording.
 */
export function readRecordings(folder: string): Recording[] {
  const operations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return operations
    .map(({ name }) => name)
    .sort()
    .flatMap((operation) =>
      readdirSync(join(folder, operation))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => readRecording(folder, operation, name)),
    );
}

/** The files of every recording below a folder, as paths. */
export function listRecordings(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readRecording(folder: string, operation: string, name: string): Recording {
  const file = join(operation, name);
  try {
    const { source, response } = JSON.parse(quoteExact(readFileSync(join(folder, file), 'utf8')));
    if (source?.kind === undefined || response?.body === undefined)
      throw new Error('it lacks source.kind or response.body');
    return { operation, file, source, response };
  } catch (error) {
    throw new Error(`${join(folder, file)} is not a recording: ${(error as Error).message}`);
  }
}
