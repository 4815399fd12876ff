import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AnswerObserver } from 'weiban-openapi';
import { createRecorder, RecordingError } from 'weiban-openapi/record';
import { type Recording, recordingOf } from '../evidence/recording.ts';
import { wrongArguments } from '../kit/command.ts';
import { parseExactJson } from '../kit/exact-json.ts';
import { writeFiles } from '../kit/write-files.ts';
import { readCalls, readsWithoutArguments } from './calls.ts';
import type { Outcome } from './outcome.ts';
import { readHar } from './read-har.ts';
import { type CallOutcome, recordLive } from './record-live.ts';
import { type ReadSpecification, runShape, type ShapeOptions } from './run-shape.ts';

/** The parts of the process that recording needs. */
export interface RecordWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints a line of progress. */
  readonly progress: (line: string) => void;
  /** Reads the specification in a folder. */
  readonly read: (folder: string) => ReadSpecification;
}

interface RecordOptions extends ShapeOptions {
  readonly perOperation: number;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/**
 * Records the answers of a server.
 * @throws SpecError if the calls or the specification are not valid, TypeError if a credential is missing.
 */
export async function runLive(
  options: RecordOptions & { baseUrl: string; calls: string | undefined; allowWrites: boolean },
  { env, progress, read: readSpecification }: RecordWorld,
): Promise<Outcome> {
  const { WEIBAN_CORP_ID: corpId, WEIBAN_SECRET: secret } = env;
  if (!corpId || !secret) throw wrongArguments('set WEIBAN_CORP_ID and WEIBAN_SECRET in the environment');
  const read = readSpecification(options.spec);
  const calls =
    options.calls === undefined
      ? readsWithoutArguments(read.model)
      : readCalls(options.calls, read.model, options.allowWrites);
  const secrets = new Set([corpId, secret]);
  const session = openSession(options, 'live', secrets);
  const onCall = (done: number, { operation, became, why }: CallOutcome) => {
    if (!options.json)
      progress(`${done} of ${calls.length} ${operation}: ${became}${why === undefined ? '' : ` (${why})`}`);
  };
  const outcomes = await recordLive({
    ...options,
    corpId,
    secret,
    calls,
    record: session.record,
    secrets,
    onCall,
  });
  const lost = outcomes.filter(({ became }) => became === 'refused' || became === 'broken');
  const count = (became: CallOutcome['became']) =>
    outcomes.filter((outcome) => outcome.became === became).length;
  const line = `${calls.length} calls: ${count('answered')} answered, ${count('failed')} failed with an API error, ${lost.length} not recorded`;
  return outcomeOf(options, read, session.recordings, { line, lost: lost.length, data: { calls: outcomes } });
}

/**
 * Records the answers in a HAR file.
 * @throws TypeError if the file does not exist, SpecError if it is not a HAR file or the specification is not valid.
 */
export async function runHar(
  options: RecordOptions & { har: string; origin: string },
  { progress, read: readSpecification }: RecordWorld,
): Promise<Outcome> {
  if (!existsSync(options.har)) throw wrongArguments(`there is no ${options.har}`);
  const read = readSpecification(options.spec);
  const { answers, skipped, secrets } = readHar(
    readFileSync(options.har, 'utf8'),
    options.har,
    read.model,
    options.origin,
  );
  const session = openSession(options, 'har', secrets);
  let lost = 0;
  for (const answer of answers) {
    try {
      await session.record(answer);
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error;
      lost++;
      if (!options.json) progress(error.message);
    }
  }
  const reasons = Object.entries(skipped).map(([why, count]) => `; ${count} skipped: ${why}`);
  const line = `${answers.length} answers in ${options.har}, ${lost} not recorded${reasons.join('')}`;
  return outcomeOf(options, read, session.recordings, {
    line,
    lost,
    data: { answers: answers.length, skipped },
  });
}

interface Session {
  readonly record: AnswerObserver;
  /** The recordings so far. */
  readonly recordings: readonly Recording[];
}

function openSession(
  { recordings: folder, perOperation, dryRun }: RecordOptions,
  kind: 'live' | 'har',
  secrets: Iterable<string>,
): Session {
  const recordings: Recording[] = [];
  // A dry run must not write a key, either.
  const isKeyless = dryRun && !existsSync(join(folder, '.recordings-key'));
  const record = createRecorder({
    folder,
    perOperation,
    kind,
    secrets,
    ...(isKeyless ? { key: randomBytes(32) } : {}),
    write: (file, text) => {
      recordings.push(recordingOf(dirname(file), file, parseExactJson(text)));
      const path = join(folder, file);
      // An answer that was already recorded on another day is not written again.
      if (!dryRun && !existsSync(path)) writeFiles(new Map([[path, text]]));
    },
  });
  return { record, recordings };
}

function outcomeOf(
  options: RecordOptions,
  read: ReadSpecification,
  recordings: readonly Recording[],
  { line, lost, data }: { line: string; lost: number; data: object },
): Outcome {
  const shape = runShape(options, read, recordings);
  const files = recordings.map(({ file }) => join(options.recordings, file));
  const verb = options.dryRun ? 'would be written' : 'written';
  return {
    text: [...files, `${line}; ${files.length} recordings ${verb}`, shape.text].join('\n'),
    data: { ...data, files, dryRun: options.dryRun, ...shape.data },
    isClean: shape.isClean && lost === 0,
  };
}
