import { parseArgs } from 'node:util';
import { SpecError } from '../kit/diagnostic.ts';
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

/** What a run of `npm run changes` prints, and its exit code: 0, or 2 for bad arguments and bad input. */
export interface ChangesRun {
  readonly code: 0 | 2;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run changes` with its arguments; everything but printing and exiting. */
export function runChanges(args: readonly string[]): ChangesRun {
  if (args.includes('--help')) return { code: 0, out: HELP, err: '' };
  try {
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
    if (from === undefined || more !== undefined)
      return { code: 2, out: '', err: `changes takes one git ref or two\n\n${HELP}` };
    const { spec, changelog, json } = values;
    const after = to === undefined ? stateOfTree(spec) : stateAt(to, spec);
    const report = reportOf(compareSurfaces(stateAt(from, spec), after));
    const text = changelog ? changelogSection(report) : printReport(report);
    return { code: 0, out: json ? exactJson(report, 2) : text, err: '' };
  } catch (error) {
    if (error instanceof SpecError) return { code: 2, out: '', err: error.message };
    if (error instanceof TypeError && 'code' in error)
      return { code: 2, out: '', err: `${error.message}\n\n${HELP}` };
    throw error;
  }
}
