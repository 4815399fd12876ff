import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './generate/generate.ts';
import { SpecError } from './kit/diagnostic.ts';
import { rememberParses } from './spec/parse-cache.ts';

const HELP = `npm run generate -- [options]

Turns the specification into generated/: the bundle, the types, the client, the error codes, the
validators, and what the sandbox answers from.

  --spec <path>   the specification: a root document, or a folder that holds openapi.yaml  (spec)
  --out <folder>  where to write                                                           (generated)
  --recordings <folder>  recorded answers that the sandbox gives  (test/recordings, where it is there, for the specification in spec)
  --check         write nothing; exit 1 and name the files that are stale
  --force         do the work even where nothing seems to have changed
  --json          say what was done as one line of JSON
  --help          this text

Exit codes: 0 done or fresh, 1 stale or a mistake in the specification, 2 wrong arguments.`;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  let options: Options;
  try {
    options = optionsOf(argv);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const given = resolve(options.spec);
  if (!existsSync(given)) {
    console.error(`--spec ${options.spec}: there is no such file or folder`);
    return 2;
  }
  // Of another specification nothing is recorded here.
  const usual = options.spec === 'spec' && existsSync('test/recordings') ? 'test/recordings' : undefined;
  const recordings = options.recordings ?? usual;
  if (recordings !== undefined && !existsSync(recordings)) {
    console.error(`--recordings ${recordings}: there is no such folder`);
    return 2;
  }
  const root = statSync(given).isDirectory() ? join(given, 'openapi.yaml') : given;
  return await run(options, root, recordings);
}

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      spec: { type: 'string', default: 'spec' },
      out: { type: 'string', default: 'generated' },
      recordings: { type: 'string' },
      check: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

type Options = ReturnType<typeof optionsOf>;

async function run(options: Options, root: string, recordings: string | undefined): Promise<number> {
  const mode = options.check ? 'check' : options.force ? 'force' : 'write';
  if (mode === 'write') rememberParses();
  try {
    const done = await generate({
      root,
      out: resolve(options.out),
      project: dirname(dirname(fileURLToPath(import.meta.url))),
      ...(recordings !== undefined && { recordings: resolve(recordings) }),
      mode,
    });
    console.log(options.json ? JSON.stringify(done) : done.text);
    return done.stale.length > 0 && options.check ? 1 : 0;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    console.error(error.message);
    console.error(`\n${error.diagnostics.length} mistake(s); nothing was written`);
    return 1;
  }
}
