import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../kit/command.ts';
import { exactJson } from '../kit/exact-json.ts';
import { compareSurfaces } from './compare-surfaces.ts';
import { changelogSection, printReport, reportOf } from './report.ts';
import { stateAt, stateOfTree } from './state.ts';

const HELP = `usage: npm run changes -- <git ref> [<git ref>] [--changelog] [--json] [--spec <folder>]

Compares two states of the specification as a consumer of the package feels them: the first one with the second, or with
the working tree. Says each change, how grave it is, and the version that all of them call for.

  --changelog      only the section for CHANGELOG.md
  --json           as JSON
  --spec <folder>  the specification  (spec)

Exit codes: 0 done, 2 wrong arguments or bad input.`;

/** `npm run changes`: what a change of the specification means for the consumers of the package. */
export const runChanges = createCommand({
  usage: HELP,
  help: HELP,
  async run(args, { print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        spec: { type: 'string', default: 'spec' },
        changelog: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [from, to, more] = positionals;
    if (from === undefined || more !== undefined) throw wrongArguments('changes takes one git ref or two\n');
    const { spec, changelog, json } = values;
    const after = to === undefined ? stateOfTree(spec) : stateAt(to, spec);
    const report = reportOf(compareSurfaces(stateAt(from, spec), after));
    const text = changelog ? changelogSection(report) : printReport(report);
    print(json ? exactJson(report, 2) : text);
    return 0;
  },
});
