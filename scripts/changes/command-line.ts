import { parseArgs } from 'node:util';
import { createCommand, wrongArguments } from '../kit/command.ts';
import { exactJson } from '../kit/exact-json.ts';
import { compareSurfaces } from './compare-surfaces.ts';
import { changelogSection, printReport, reportOf } from './report.ts';
import { stateAt, stateOfTree } from './state.ts';

const HELP = `usage: npm run changes -- <git ref> [<git ref>] [--changelog] [--json] [--spec <folder>]

Compares the specification at two git refs, or at one ref and in the working tree, and lists every change that affects
consumers of the package: what changed, how severe it is, and which version bump all changes together require.

  --changelog      print only the section for CHANGELOG.md
  --json           print JSON
  --spec <folder>  folder of the specification  (spec)

Exit codes: 0 done, 2 wrong arguments or bad input.`;

/** `npm run changes`: reports what a change to the specification means for consumers of the package. */
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
