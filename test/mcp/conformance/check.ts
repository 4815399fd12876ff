// npm run check:mcp: holds the MCP server against the protocol's own conformance suite and its inspector.
import { runCheckCommand } from '../../package/check-command.ts';
import { checkConformance } from './check-conformance.ts';
import { checkInspectorOverHttp, checkInspectorOverStdio } from './check-inspector.ts';
import { getPrograms, type Programs } from './programs.ts';

const HELP = `npm run check:mcp -- [--only <name>]… [--json <file>] [--keep]

Runs the conformance suite of the Model Context Protocol against the server, with the suite's tools beside its own, and the
inspector's command line against \`weiban mcp --sandbox\`. What the server does not do stands, with the reason, in
test/mcp/conformance/expected-<revision>.yaml.

  --only <name>  only the checks whose name is this or begins with it; may be repeated
  --json <file>  writes the results as JSON, for .ci/summarise.mjs
  --keep         keeps the suite's reports, and prints their folder

Downloads are kept in WEIBAN_LANGUAGES_CACHE (default: ~/.cache/weiban-languages).
Checks: conformance-2026-07-28, conformance-2025-11-25, inspector-stdio, inspector-http
Exit codes: 0 all passed or skipped for want of a registry, 1 some failed, 2 wrong arguments.`;

/** What the checks share: the downloaded programs, which each of them awaits so that an absent registry skips it by name. */
interface Context {
  readonly work: string;
  readonly root: string;
  readonly programs: () => Promise<Programs>;
}

const REVISIONS = ['2026-07-28', '2025-11-25'];

process.exitCode = await runCheckCommand<Context>(
  {
    name: 'check:mcp',
    help: HELP,
    checks: [
      ...REVISIONS.map((revision) => ({
        name: `conformance-${revision}`,
        run: async ({ programs, work }: Context) => checkConformance(await programs(), revision, work),
      })),
      {
        name: 'inspector-stdio',
        run: async ({ programs, root }) => checkInspectorOverStdio(await programs(), root),
      },
      {
        name: 'inspector-http',
        run: async ({ programs, root }) => checkInspectorOverHttp(await programs(), root),
      },
    ],
    open,
  },
  process.argv.slice(2),
);

async function open(work: string) {
  let got: Promise<Programs> | undefined;
  const programs = () => {
    got ??= getPrograms();
    return got;
  };
  return { context: { work, root: process.cwd(), programs } };
}
