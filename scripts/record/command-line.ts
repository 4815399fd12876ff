import { parseArgs } from 'node:util';
import { server } from '../../generated/operations.ts';
import { type Command, createCommand, wrongArguments } from '../kit/command.ts';
import type { Outcome } from './outcome.ts';
import { type RecordWorld, runHar, runLive } from './run-record.ts';
import { readSpecification, runShape } from './run-shape.ts';

const USAGE = `usage: npm run record -- --base-url <url> [--calls <file.yaml>] [--allow-writes]
       npm run record -- --har <file> [--base-url <url>]
       npm run record -- shape`;
const HELP = `${USAGE}

Records real answers as test/recordings/<operationId>/<name>.json, safe to commit, then compares all recordings with the
specification. Every value that the specification does not mark as safe becomes a pseudonym, made with the key in
.recordings-key. Git ignores that file: never commit it, but keep it, so that the same person keeps the same pseudonym.

Live: calls a server with WEIBAN_CORP_ID and WEIBAN_SECRET from the environment, within the documented limits. Without
--calls it makes every call that only reads and needs no argument. A file of calls contains real ids, so do not commit
it; git ignores .record/. It is a YAML list: - {operation: externalUserList, params: {limit: 10}}

HAR: reads a file that a browser or proxy saved. Other servers, unknown paths and token requests are skipped and counted.

shape: merges the recordings and reports where the specification disagrees, with the place and the YAML to put there.

  --base-url <url>       server to call; with --har, server whose answers to record  (${server})
  --calls <file>         calls to make
  --allow-writes         also make calls that change something, if --calls lists them
  --per-operation <n>    record at most n answers of one operation      (10)
  --recordings <folder>  folder of the recordings                       (test/recordings)
  --spec <folder>        folder of the specification                    (spec)
  --all                  also list documented fields that were never seen
  --dry-run              write nothing, print what would be written
  --json                 print the result as JSON

Exit codes: 0 recorded, and the specification agrees; 1 it disagrees, or an answer could not be recorded; 2 wrong
arguments or bad input.`;

/**
 * `npm run record`: records real answers and compares them with the specification.
 * @param read reads the specification in a folder.
 */
export function createRecord(read: RecordWorld['read'] = readSpecification): Command {
  return createCommand({
    usage: USAGE,
    help: HELP,
    async run(args, { print, complain, env }) {
      const options = parse(args);
      const { text, data, isClean } = await options.run({ env, progress: complain, read });
      print(options.json ? JSON.stringify(data, null, 2) : text);
      return isClean ? 0 : 1;
    },
  });
}

const OPTIONS = {
  'base-url': { type: 'string' },
  calls: { type: 'string' },
  har: { type: 'string' },
  'allow-writes': { type: 'boolean', default: false },
  'per-operation': { type: 'string', default: '10' },
  recordings: { type: 'string', default: 'test/recordings' },
  spec: { type: 'string', default: 'spec' },
  all: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Run = (world: RecordWorld) => Promise<Outcome>;

/** @throws TypeError with a code if the arguments are wrong, as `parseArgs` does. */
function parse(args: readonly string[]): { json: boolean; run: Run } {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [command, more] = positionals;
  if (more !== undefined || (command !== undefined && command !== 'shape'))
    throw wrongArguments(`unknown command ${JSON.stringify(more ?? command)}`);
  if (command === 'shape') return { json: values.json, run: shapeRun(values) };
  return { json: values.json, run: values.har === undefined ? liveRun(values) : harRun(values, values.har) };
}

interface Values {
  readonly 'base-url'?: string | undefined;
  readonly calls?: string | undefined;
  readonly har?: string | undefined;
  readonly 'allow-writes': boolean;
  readonly 'per-operation': string;
  readonly recordings: string;
  readonly spec: string;
  readonly all: boolean;
  readonly 'dry-run': boolean;
  readonly json: boolean;
}

function shapeRun(values: Values): Run {
  const { har, calls, 'base-url': baseUrl, 'allow-writes': allowWrites, 'dry-run': dryRun } = values;
  if (har !== undefined || calls !== undefined || baseUrl !== undefined || allowWrites || dryRun)
    throw wrongArguments('shape takes only the options --recordings, --spec, --all and --json');
  return async ({ read }) => runShape(values, read(values.spec));
}

function harRun(values: Values, har: string): Run {
  if (values.calls !== undefined || values['allow-writes'])
    throw wrongArguments('--har takes neither --calls nor --allow-writes');
  const { origin } = new URL(baseUrlOf(values) ?? server);
  const options = { ...recordOptions(values), har, origin };
  return (world) => runHar(options, world);
}

function liveRun(values: Values): Run {
  const { calls, 'allow-writes': allowWrites } = values;
  const baseUrl = baseUrlOf(values);
  if (baseUrl === undefined)
    throw wrongArguments('give the server to call with --base-url, or a file with --har');
  if (allowWrites && calls === undefined)
    throw wrongArguments('--allow-writes needs --calls, which lists the writes to make');
  const options = { ...recordOptions(values), baseUrl, calls, allowWrites };
  return (world) => runLive(options, world);
}

function baseUrlOf({ 'base-url': baseUrl }: Values): string | undefined {
  if (baseUrl === undefined || (URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol)))
    return baseUrl;
  throw wrongArguments('--base-url takes an http or https URL');
}

function recordOptions({ recordings, spec, all, json, 'dry-run': dryRun, ...values }: Values) {
  const perOperation = Number(values['per-operation']);
  if (!(Number.isInteger(perOperation) && perOperation > 0))
    throw wrongArguments('--per-operation takes a number above 0');
  return { recordings, spec, all, json, dryRun, perOperation };
}
