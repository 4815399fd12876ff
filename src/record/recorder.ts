import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseWithBigints, stringifyExact } from '../base/exact-json.ts';
import type { AnswerObserver, ObservedAnswer } from '../base/observer.ts';
import { findLeak } from './find-leak.ts';
import { readKey } from './key-file.ts';
import { leavesOf } from './leaves.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { RecordingError } from './recording-error.ts';
import { createReplacer } from './replace.ts';
import { type RecordedOperation, type Specification, specification } from './specification.ts';
import { writeNewFile } from './write-new-file.ts';

/** Options of {@link createRecorder}. */
export interface RecorderOptions {
  /** The folder of the recordings. Each operation gets a folder in it. */
  readonly folder: string;
  /** The file with the key of the pseudonyms. Default: `.recordings-key` in the folder. Never commit it. */
  readonly keyFile?: string | undefined;
  /** A key to use instead of a key file. */
  readonly key?: Uint8Array | undefined;
  /**
   * Texts that no recording may contain, such as the token; read again for each recording. The environment
   * variables `WEIBAN_SECRET` and `WEIBAN_CORP_ID` are always included.
   */
  readonly secrets?: Iterable<string> | undefined;
  /** How many answers of one operation are recorded. Default: 10. The same answer counts once. */
  readonly perOperation?: number | undefined;
  /** The source of the answers, which the recordings name. Default: `live`. */
  readonly kind?: 'live' | 'har' | undefined;
  /** Milliseconds since the epoch; for tests. */
  readonly now?: (() => number) | undefined;
  /** Writes a file, given its path in the folder. Default: writes to the disk. */
  readonly write?: ((file: string, text: string) => void | Promise<void>) | undefined;
}

/**
 * Creates an observer that saves the answers of a client as recordings that are safe to commit. It replaces
 * everything that the specification does not declare safe: names, phone numbers, ids, times, addresses and
 * free text become pseudonyms of the same kind, and the same value gets the same pseudonym in every recording
 * of the folder. Before a recording is written, it is searched for data that must not be in it. Answers of
 * paths that the specification does not know are not recorded.
 *
 * The observer throws RecordingError if the search finds such data. That answer is not written.
 *
 * @example createWeiban({ record: createRecorder({ folder: 'test/recordings' }) })
 * @throws WeibanConfigError if others can read the key file, or it contains no key.
 */
export function createRecorder(options: RecorderOptions): AnswerObserver {
  const { folder, perOperation = 10, kind = 'live', now = Date.now } = options;
  const key = options.key ?? readKey(options.keyFile ?? join(folder, '.recordings-key'));
  const write = options.write ?? ((file, text) => writeNewFile(join(folder, file), text));
  const parts = { specification: specification(), pseudonyms: createPseudonyms(key) };
  const replacer = createReplacer(parts);
  const written = new Map<string, Set<string>>();

  return async (answer) => {
    const operation = parts.specification.operations.get(answer.operation);
    if (operation === undefined) return;
    const done = written.get(answer.operation) ?? new Set();
    written.set(answer.operation, done);
    if (done.size >= perOperation) return;

    const { originals, content } = replaceAnswer(answer, operation, replacer);
    const recorded = new Date(now()).toISOString().slice(0, 10);
    const text = `${stringifyExact({ source: { kind, recorded }, ...content }, 2)}\n`;
    const leak = findLeak({
      ...parts,
      file: text,
      originals,
      own: new Set([...OWN, kind, recorded]),
      secrets: secretsOf(options),
    });
    if (leak !== undefined) throw leakError(answer.operation, leak);
    const name = nameOf(kind, content, parts.specification);
    if (done.has(name)) return;
    done.add(name);
    try {
      await write(join(answer.operation, `${name}.json`), text);
    } catch (error) {
      // The answer is not recorded, so it may be written when it comes again.
      done.delete(name);
      throw error;
    }
  };
}

/** The words of a recording that the recorder itself writes. */
const OWN = ['source', 'kind', 'recorded', 'request', 'params', 'response', 'status', 'body'];

interface Content {
  readonly request?: { readonly params: unknown };
  readonly response: { readonly status: number; readonly body: unknown };
}

function replaceAnswer(
  { params, status, text }: ObservedAnswer,
  operation: RecordedOperation,
  replacer: ReturnType<typeof createReplacer>,
): { originals: unknown[]; content: Content } {
  const body = parseWithBigints(text);
  const originals = [body, params];
  const data = new Set(originals.flatMap(leavesOf).flatMap((leaf) => (leaf.isName ? [] : [leaf.text])));
  const request = params && { request: { params: replacer(params, operation.params, data) } };
  return {
    originals,
    content: { ...request, response: { status, body: replacer(body, operation.answer, data) } },
  };
}

function* secretsOf({ secrets = [] }: RecorderOptions): Iterable<string> {
  yield* secrets;
  for (const name of ['WEIBAN_SECRET', 'WEIBAN_CORP_ID']) yield process.env[name] ?? '';
}

function leakError(operation: string, { pointer, what }: { pointer: string; what: string }): RecordingError {
  const message =
    `The answer of ${operation} was not recorded: its recording would contain ${what} at ${pointer}. ` +
    'Nothing was written; report this as a bug of the recorder, without the value.';
  return new RecordingError(message, { operation, pointer });
}

/**
 * The name of a recording depends on its content, so that equal answers share a file. A failure's name has
 * its code.
 */
function nameOf(kind: string, content: Content, { codeFields }: Specification): string {
  const hash = createHash('sha256').update(stringifyExact(content)).digest('hex').slice(0, 8);
  const code = Object.entries(Object(content.response.body)).find(([name]) => codeFields.has(name))?.[1];
  const isFailure = code !== undefined && !['0', '200'].includes(String(code));
  return isFailure ? `${kind}-error-${String(code).replace(/\W/g, '')}-${hash}` : `${kind}-${hash}`;
}
