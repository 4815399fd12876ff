import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContext } from '../evidence/compare/context.ts';
import { readRecordings } from '../evidence/recording.ts';
import { createCommand, wrongArguments } from '../kit/command.ts';
import { type Diagnostic, formatDiagnostic, SpecError } from '../kit/diagnostic.ts';
import { writeWhole } from '../kit/write-files.ts';
import { loadSpec } from '../spec/load.ts';
import { claimsOf, claimsText } from './claims/claims.ts';
import { type Coverage, coverageOf, coverageTable } from './coverage.ts';
import { RULES } from './rules.ts';
import { runRules } from './run.ts';
import { type Summary, summarize } from './summary.ts';
import { PAIRS_FILE, pairsText } from './texts/pairs.ts';
import { textsOf } from './texts/texts.ts';

const USAGE =
  'usage: npm run check -- [--spec <folder>] [--recordings <folder>] [--claims] [--texts] [--json] [--help]';
const HELP = `${USAGE}

Checks the specification against the facts of the documentation and against this project's rules. Prints each finding with
its place and its fix, then the coverage of each category.

  --spec <folder>        the specification                        (spec)
  --recordings <folder>  evidence of fields; also counted         (test/recordings)
  --claims               print every sentence that says what is not known, in place of the findings: each must still be true
  --texts                record in texts.yaml that every English text and its Chinese twin were compared; then check
  --json                 print findings, summary and coverage, or the claims, as JSON

Exit codes: 0 nothing found, 1 findings, 2 wrong arguments.`;

/** `npm run check`: checks the specification against its evidence and this project's rules. */
export const runCheck = createCommand({
  usage: USAGE,
  help: HELP,
  async run(args, { print }) {
    const options = parse(args);
    if (options.claims) {
      const claims = claimsOf(loadSpec(options.spec));
      print(options.json ? JSON.stringify({ count: claims.length, claims }, null, 2) : claimsText(claims));
      return 0;
    }
    if (options.texts) writePairs(options.spec);
    const { diagnostics, summary, coverage } = await check(options);
    if (options.json) print(JSON.stringify({ diagnostics, summary, coverage }, null, 2));
    else {
      const table =
        summary === undefined || coverage === undefined ? [] : [coverageTable(coverage, summary.errors)];
      print([...diagnostics.map(formatDiagnostic), ...table, lastLine(diagnostics, summary)].join('\n'));
    }
    return diagnostics.length === 0 ? 0 : 1;
  },
});

interface Options {
  readonly spec: string;
  /** The folder of the recordings: evidence of fields, and counted in the coverage. */
  readonly recordings: string;
  readonly claims: boolean;
  /** Whether to record that all texts were compared with their twins. */
  readonly texts: boolean;
  readonly json: boolean;
}

interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary?: Summary;
  readonly coverage?: readonly Coverage[];
}

/** Runs all rules. If the specification cannot be read, the result is only the reasons, without a summary. */
async function check({ spec, recordings }: Options): Promise<Checked> {
  try {
    const recorded = existsSync(recordings) ? readRecordings(recordings) : [];
    const context = { ...readContext(spec), recordings: recorded };
    const coverage = coverageOf(context, recorded);
    return { diagnostics: await runRules(RULES, context), summary: summarize(context), coverage };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { diagnostics: error.diagnostics };
  }
}

function writePairs(folder: string): void {
  const spec = loadSpec(folder);
  writeWhole(join(spec.folder, PAIRS_FILE), pairsText(textsOf(spec)));
}

function lastLine(diagnostics: readonly Diagnostic[], summary: Summary | undefined): string {
  const count = diagnostics.length === 1 ? '1 finding' : `${diagnostics.length} findings`;
  if (summary === undefined) return `${count}; the rules run once the specification can be read`;
  const { operations, pages, fields, compared, differences, explained, corrections, omissions } = summary;
  const basis = `${operations} operations of ${pages} pages, ${fields} fields, ${compared} places compared`;
  const explanation = `${explained} explained by ${corrections} corrections and ${omissions} omissions`;
  return `${count}; ${basis}: ${differences} differences, ${explanation}${languages(summary)}`;
}

/** What is said of the languages; nothing if there is only one. */
function languages({ texts, bilingual, terms }: Summary): string {
  return terms === 0 ? '' : `; ${texts} texts, ${bilingual} in both languages, ${terms} terms`;
}

function parse(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      spec: { type: 'string', default: 'spec' },
      recordings: { type: 'string', default: 'test/recordings' },
      claims: { type: 'boolean', default: false },
      texts: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (!existsSync(values.spec)) throw wrongArguments(`there is no ${values.spec}`);
  return values;
}
