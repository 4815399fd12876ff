import type { Figure } from './figures.ts';

/** A row of the page's first table, which describes the machine. */
export type Fact = readonly [what: string, value: string];

/** The prefix of sections that share one table, with tools as rows and metrics as columns. */
const COMPARE = 'compare: ';

/** Writes `bench/RESULTS.md` from the figures of one run. */
export function resultsPage(facts: readonly Fact[], figures: readonly Figure[]): string {
  const compared = figures.filter(({ section }) => section.startsWith(COMPARE));
  const others = figures.filter(({ section }) => !section.startsWith(COMPARE));
  const sections = [...new Set(others.map(({ section }) => section))];
  return [
    '# Results of the benchmarks',
    'Written by `npm run bench -- --page`, all figures in one run. Compare only ratios: seconds depend on the machine and its load at that time. Processor time is the user and system time of every Node process of a command; peak memory is the sum of their largest resident sizes.',
    table(['', ''], facts),
    ...(compared.length === 0 ? [] : ['## Compared with other generators', ABOUT, comparison(compared)]),
    ...sections.flatMap((section) => [
      `## ${upperFirst(section)}`,
      table(
        ['', 'Figure', 'Budget', ''],
        others
          .filter((figure) => figure.section === section)
          .map((figure) => [figure.name, amount(figure), limitOf(figure), figure.note ?? '']),
      ),
    ]),
    '',
  ].join('\n\n');
}

const ABOUT =
  'All tools on the same document; the ratio to this package is in parentheses. A consumer calls every operation once, with valid ' +
  'arguments. The bundle of this package includes token, limits, retries and redaction, which the others leave to the caller; ' +
  'its generated files also include validators and OpenAPI 3.0 documents.';

/** Writes a table with tools as rows and metrics as columns; each figure has its ratio to the first tool's. */
function comparison(figures: readonly Figure[]): string {
  const metrics = [...new Set(figures.map(({ section }) => section))];
  const names = [...new Set(figures.map(({ name }) => name))];
  const find = (section: string, name: string | undefined) =>
    figures.find((figure) => figure.section === section && figure.name === name);
  const rows = names.map((name) => [
    name,
    ...metrics.map((section) => {
      const figure = find(section, name);
      const base = find(section, names[0]);
      if (figure === undefined || Number.isNaN(figure.value)) return '–';
      return base === undefined || Number.isNaN(base.value) || name === names[0]
        ? amount(figure)
        : `${amount(figure)} (${(figure.value / base.value).toFixed(2)} ×)`;
    }),
    figures
      .flatMap((figure) => (figure.name === name && figure.note !== undefined ? [figure.note] : []))
      .join('; '),
  ]);
  return table(['', ...metrics.map((section) => upperFirst(section.slice(COMPARE.length))), ''], rows);
}

function amount({ value, unit }: Figure): string {
  if (Number.isNaN(value)) return '–';
  return `${value.toFixed(Math.abs(value) < 100 && unit !== '' ? 2 : 0)} ${unit}`.trim();
}

function limitOf({ value, budget, least }: Figure): string {
  if (least !== undefined) return `at least ${least}: ${value >= least ? 'reached' : 'MISSED'}`;
  return budget === undefined ? '' : `${budget}: ${value <= budget ? 'within' : 'OVER'}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Escapes text so that it cannot end its cell. */
function cellText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
