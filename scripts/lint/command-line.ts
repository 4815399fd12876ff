import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Diagnostic, formatDiagnostic, SpecError } from '../spec/diagnostic.ts';
import { readContext } from './context.ts';
import { RULES } from './rules.ts';
import { runRules } from './run.ts';
import { type Summary, summarize } from './summary.ts';

const USAGE = 'usage: npm run check -- [--spec <folder>] [--json]';

/** What a run of `npm run check` prints, and its exit code: 0, 1 for findings, 2 for wrong arguments. */
export interface Run {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run check` with its arguments; everything but printing and exiting. */
export async function runCheck(args: readonly string[]): Promise<Run> {
  let options: { spec: string; json: boolean };
  try {
    options = parse(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { code: 2, out: '', err: `${error.message}\n${USAGE}` };
  }
  const { diagnostics, summary } = await check(options.spec);
  const code = diagnostics.length === 0 ? 0 : 1;
  if (options.json) return { code, out: JSON.stringify({ diagnostics, summary }, null, 2), err: '' };
  return {
    code,
    out: [...diagnostics.map(formatDiagnostic), lastLine(diagnostics, summary)].join('\n'),
    err: '',
  };
}

/** A specification that cannot be read has only the slips that say why, and no summary. */
async function check(folder: string): Promise<{ diagnostics: readonly Diagnostic[]; summary?: Summary }> {
  try {
    const context = readContext(folder);
    return { diagnostics: await runRules(RULES, context), summary: summarize(context) };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { diagnostics: error.diagnostics };
  }
}

function lastLine(diagnostics: readonly Diagnostic[], summary: Summary | undefined): string {
  const count = diagnostics.length === 1 ? '1 finding' : `${diagnostics.length} findings`;
  if (summary === undefined) return `${count}; the other rules run when the specification can be read`;
  const { operations, pages, fields, compared, differences, explained, corrections, omissions } = summary;
  const basis = `${operations} operations of ${pages} pages, ${fields} fields, ${compared} places compared`;
  return `${count}; ${basis}: ${differences} differences, ${explained} explained by ${corrections} corrections and ${omissions} omissions`;
}

function parse(args: readonly string[]): { spec: string; json: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: { spec: { type: 'string', default: 'spec' }, json: { type: 'boolean', default: false } },
  });
  if (!existsSync(values.spec)) throw new TypeError(`there is no ${values.spec}`);
  return values;
}
