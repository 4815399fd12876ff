import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoteExact } from '../kit/exact-json.ts';
import { isObject } from '../spec/openapi.ts';

/** A real answer, or one printed in the documentation, with pseudonyms for secrets and persons. */
export interface Recording {
  /** The operationId, which is also the folder's name. */
  readonly operation: string;
  /** The file, relative to the recordings' folder. */
  readonly file: string;
  /** The file as a person names it, if it was read from one. */
  readonly path?: string;
  readonly source: {
    /** The documentation, `npm run record` or a client's recorder, or a HAR file. */
    readonly kind: 'documentation' | 'live' | 'har';
    readonly page?: string;
    readonly note?: string;
    /** JSON pointers of the objects in which the capture of a documented example breaks off, so they may lack fields. */
    readonly cut?: readonly string[];
  };
  readonly response: { readonly status: number; readonly body: unknown };
}

/**
 * Reads every recording below a folder: `<operationId>/<name>.json`.
 * @param parse parses a file. By default, integers of 17 digits and more become strings of their digits, as in the client.
 * @throws Error naming the file that is not a recording.
 */
export function readRecordings(
  folder: string,
  parse: (text: string) => unknown = (text) => JSON.parse(quoteExact(text)),
): Recording[] {
  const operations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return operations
    .map(({ name }) => name)
    .sort()
    .flatMap((operation) =>
      readdirSync(join(folder, operation))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => readRecording(folder, operation, name, parse)),
    );
}

/** The path of every recording below a folder, sorted. */
export function listRecordings(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readRecording(
  folder: string,
  operation: string,
  name: string,
  parse: (text: string) => unknown,
): Recording {
  const file = join(operation, name);
  const path = join(folder, file);
  try {
    return { ...recordingOf(operation, file, parse(readFileSync(path, 'utf8'))), path };
  } catch (error) {
    throw new Error(`${path} is not a recording: ${(error as Error).message}`);
  }
}

/**
 * Reads a parsed file as a recording.
 * @throws Error if it lacks `source.kind` or `response.body`.
 */
export function recordingOf(operation: string, file: string, value: unknown): Recording {
  const { source, response } = Object(value);
  if (!isObject(source) || !KINDS.has(source.kind) || !isObject(response) || response.body === undefined)
    throw new Error('it lacks a known source.kind or response.body');
  // The check above covers the fields that the code reads; the rest is plain data.
  return { operation, file, source: source as never, response: response as never };
}

const KINDS = new Set<unknown>(['documentation', 'live', 'har'] satisfies Recording['source']['kind'][]);
