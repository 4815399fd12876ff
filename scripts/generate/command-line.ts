import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../kit/command.ts';
import { type Diagnostic, formatDiagnostic, SpecError } from '../kit/diagnostic.ts';
import type { Language } from '../spec/model.ts';
import { rememberParses } from '../spec/parse-cache.ts';
import { generate } from './generate.ts';
import { isPartName, PART_NAMES, type PartName, withNeeded } from './parts.ts';

const HELP = `npm run generate -- [options]

Turns the specification into generated/: the bundle, the types, the client, the error codes, the
validators, and the data of the sandbox.

  --spec <path>   the specification: a root document, or a folder that holds openapi.yaml  (spec)
  --out <folder>  where to write                                                           (generated)
  --only <parts>  what to write, separated by commas; everything else stays as it is       (all)
                  ${PART_NAMES.join(', ')}
  --lang <en|zh>  the language of texts and comments, where the specification has it        (en)
  --recordings <folder>  recorded answers for the sandbox  (test/recordings, if it exists and --spec is spec)
  --check         write nothing; exit 1 and name the files that are stale
  --force         ignore the caches of earlier runs and replace them
  --json          print the result as one line of JSON
  --help          this text

The types and the client of any OpenAPI 3 document:

  npm run generate -- --spec <document> --out <folder> --only schema,client

Exit codes: 0 done or fresh, 1 stale or a mistake in the specification, 2 wrong arguments.`;

/** `npm run generate`: brings generated/ up to date with the specification. */
export const runGenerate = createCommand({
  usage: HELP,
  help: HELP,
  badInput: 1,
  async run(args, { print, complain }) {
    const options = parse(args);
    const warnings: Diagnostic[] = [];
    const mode = options.check ? 'check' : options.force ? 'force' : 'write';
    if (mode !== 'check') rememberParses({ isFresh: mode === 'force' });
    try {
      const done = await generate({
        root: options.root,
        out: resolve(options.out),
        project: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
        ...(options.recordings !== undefined && { recordings: resolve(options.recordings) }),
        language: options.language,
        ...(options.parts !== undefined && { parts: options.parts }),
        mode,
        warn: (finding) => warnings.push(finding),
      });
      if (warnings.length > 0) complain(warningText(warnings));
      print(options.json ? JSON.stringify(done) : done.text);
      return done.stale.length > 0 && options.check ? 1 : 0;
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      const count = error.diagnostics.length;
      complain(`${error.message}\n\n${count} ${count === 1 ? 'mistake' : 'mistakes'}; nothing was written`);
      return 1;
    }
  },
});

const SHOWN_WARNINGS = 20;

function warningText(warnings: readonly Diagnostic[]): string {
  const shown = warnings.slice(0, SHOWN_WARNINGS).map((finding) => `warning: ${formatDiagnostic(finding)}`);
  const more = warnings.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more warnings`] : [])].join('\n');
}

/** @throws TypeError with a code if the arguments are wrong, as `parseArgs` does. */
function parse(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      spec: { type: 'string', default: 'spec' },
      out: { type: 'string', default: 'generated' },
      only: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      recordings: { type: 'string' },
      check: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const given = resolve(values.spec);
  if (!existsSync(given)) throw wrongArguments(`--spec ${values.spec}: there is no such file or folder\n`);
  // The recordings in test/ belong to this project's own specification.
  const usual = values.spec === 'spec' && existsSync('test/recordings') ? 'test/recordings' : undefined;
  const recordings = values.recordings ?? usual;
  if (recordings !== undefined && !existsSync(recordings))
    throw wrongArguments(`--recordings ${recordings}: there is no such folder\n`);
  const parts = values.only === undefined ? undefined : partsIn(values.only);
  return {
    ...values,
    language: languageOf(values.lang),
    recordings,
    parts,
    root: statSync(given).isDirectory() ? join(given, 'openapi.yaml') : given,
  };
}

function languageOf(text: string): Language {
  if (text === 'en' || text === 'zh') return text;
  throw wrongArguments(`--lang ${text}: write en or zh\n`);
}

function partsIn(list: string): ReadonlySet<PartName> {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isPartName(name));
  if (unknown !== undefined)
    throw wrongArguments(
      `--only ${list}: there is no part "${unknown}"; write some of ${PART_NAMES.join(', ')}\n`,
    );
  return withNeeded(names.filter(isPartName));
}
