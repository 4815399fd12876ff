import { existsSync, readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { isSame } from '../../evidence/compare/compared.ts';
import { formatDiagnostic } from '../../kit/diagnostic.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { nameOf } from '../../spec/load.ts';
import { printDrift } from '../diff/print-drift.ts';
import type { Conflict } from './conflict.ts';
import type { PagePlan } from './plan-pages.ts';

/** Prints a plan for a person. */
export function printPlan(plan: PagePlan, dryRun: boolean): string {
  const { drift, followed, files, conflicts, open } = plan;
  const names = [...files.keys()].map((path) => `  ${nameOf(path)}`);
  const toDecide = conflicts.length + open.length;
  const verb = dryRun ? 'would be written' : 'written';
  return [
    printDrift(drift),
    ...(names.length > 0 ? ['', `${count(names.length, 'file')} ${verb}:`, ...names] : []),
    ...(conflicts.length > 0 ? ['', 'Conflicts, left as curated:'] : []),
    ...conflicts.map(printConflict),
    ...(open.length > 0 ? ['', 'To decide:', ...open.map(formatDiagnostic)] : []),
    '',
    `${count(followed, 'change')} made to follow the documentation; ${count(toDecide, 'place')} to decide`,
  ].join('\n');
}

/** Prints the changes of files as a unified diff, which `patch` and `git apply` can read. */
export function printPatch(files: ReadonlyMap<string, string>): string {
  return [...files]
    .map(([path, text]) => {
      const name = nameOf(path).replace(/^\//, '');
      const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      const from = before === undefined ? '/dev/null' : `a/${name}`;
      const patch = createTwoFilesPatch(from, `b/${name}`, before ?? '', text, '', '', { context: 3 });
      // The library begins a patch with a line of equals signs, as Subversion does.
      return patch.replace(/^=+\n/, '').replaceAll(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
    })
    .map(colourPatch)
    .join('');
}

function colourPatch(patch: string): string {
  return patch
    .split('\n')
    .map((line) => {
      if (/^(---|\+\+\+) /.test(line)) return styleText('bold', line);
      if (line.startsWith('@@')) return styleText('cyan', line);
      if (line.startsWith('+')) return styleText('green', line);
      return line.startsWith('-') ? styleText('red', line) : line;
    })
    .join('\n');
}

function printConflict({ url, page, what, sides, because, place, fix }: Conflict): string {
  const { before, now, curated } = sides;
  const said = isSame(before, now)
    ? [`    the page says: ${say(now)}`]
    : [`    the page said: ${say(before)}`, `    it says now:   ${say(now)}`];
  return [
    `${place.file}:${place.line}:${place.column} ${styleText('yellow', 'conflict')}: ${url} ${what} (${page})`,
    ...said,
    `    curated as:    ${say(curated)}, because: ${because}`,
    `    fix: ${fix}`,
  ].join('\n');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function say(value: unknown): string {
  return typeof value === 'string' ? value : exactJson(value);
}
