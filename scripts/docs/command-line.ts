import { type Command, createCommand, wrongArguments } from '../kit/command.ts';

const USAGE = `usage: npm run docs -- <command>
  init <folder> [--title <title>] [--server <url>] [--base-path </prefix>] [--json]
  import <file|folder>… [--only <path|page id>,…] [--category <slug>] [--replace] [--dry-run] [--json] [--spec <folder>]
  scaffold <path|--all> [--force] [--dry-run] [--json] [--spec <folder>]
  recordings [--recordings <folder>] [--dry-run] [--json] [--spec <folder>]
  diff <file|folder|->… [--all] [--json] [--spec <folder>]
  apply <file|folder|->… [--all] [--category <slug>] [--dry-run] [--json] [--spec <folder>]
  sync <file|folder|->… [--all] [--category <slug>] [--yes] [--spec <folder>] [--out <folder>]
  pull <url> [--out <folder>] [--at-once <n>] [--json]
  restore [--json] [--spec <folder>]
  <command> --help`;
const HELP = `${USAGE}

init        begins the specification of an API in an empty folder
import      writes documentation pages as facts into spec/docs/ and the ledger
scaffold    writes a first spec/paths/<url>.yaml from the facts of an endpoint, for you to curate
recordings  makes a recording of every documented answer that holds real data
diff        compares captured pages with the facts: copied text, Markdown from Apifox, or an OpenAPI export
apply       merges captured pages into the facts and the curated specification
sync        runs diff, apply, check, generate, test and changes in turn
pull        fetches every page of an Apifox site that has changed
restore     undoes an import, scaffold, apply or sync that was killed half-way

Exit codes: 0 done (diff: no drift), 1 drift, something to decide or a failed page, 2 wrong arguments or bad input. Files are
never half-written.`;

/** The commands by name. Each loads only its own modules. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init/command-line.ts')).runInit,
  import: async () => (await import('./import/command-line.ts')).runImport,
  scaffold: async () => (await import('./scaffold/command-line.ts')).runScaffold,
  recordings: async () => (await import('./recordings/command-line.ts')).runRecordings,
  diff: async () => (await import('./diff/command-line.ts')).runDiff,
  apply: async () => (await import('./apply/command-line.ts')).runApply,
  sync: async () => (await import('./sync/command-line.ts')).createSync(),
  pull: async () => (await import('./pull/command-line.ts')).runPull,
  restore: async () => (await import('./restore/command-line.ts')).runRestore,
};

const withoutCommand = createCommand({
  usage: USAGE,
  help: HELP,
  run: async ([name]) => {
    throw wrongArguments(name === undefined ? 'no command' : `unknown command ${JSON.stringify(name)}`);
  },
});

/** `npm run docs`: runs the command that the first argument names. */
export const runDocs: Command = async (args, io) => {
  const [name = '', ...rest] = args;
  if (!Object.hasOwn(COMMANDS, name)) return await withoutCommand(args, io);
  const command = await COMMANDS[name]?.();
  return (await command?.(rest, io)) ?? 2;
};
