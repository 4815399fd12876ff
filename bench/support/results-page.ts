import type { Figure } from './figures.ts';

/** A row of the page's first table: what the figures were measured on. */
export type Fact = readonly [what: string, value: string];

/** What precedes the name of a metric in sections that stand side by side, tools as rows. */
const COMPARE = 'compare: ';

/** `bench/RESULTS.md` of the figures of one run. */
export function resultsPage(facts: readonly Fact[], figures: readonly Figure[]): string {
  const compared = figures.filter(({ section }) => section.startsWith(COMPARE));
  const others = figures.filter(({ section }) => !section.startsWith(COMPARE));
  const sections = [...new Set(others.map(({ section }) => section))];
  return [
    '# Results of the benchmarks',
    'Written by `npm run bench -- --page`, every figure in one run. The ratios are the figures; seconds are those of this machine at that time. Processor time is user and system time of every Node process of a command; peak memory is the sum of their largest resident sizes.',
    table(['', ''], facts),
    ...(compared.length === 0 ? [] : ['## Beside other generators', ABOUT, comparison(compared)]),
    ...sections.flatMap((section) => [
      `## ${upperFirst(section)}`,
      table(
        ['', 'Figure', 'Budget', ''],
        others
          .filter((one) => one.section === section)
          .map((one) => [one.name, amount(one), limitOf(one), one.note ?? '']),
      ),
    ]),
    '',
  ].join('\n\n');
}

const ABOUT =
  'Each on the same document; in parentheses the ratio to this package. A consumer calls every operation once, with arguments that ' +
  'fit. What is bundled for this package holds its token, limits, retries and redaction, which the others leave to the caller; ' +
  'what it generates holds validators and reference pages too.';

/** Tools as rows, metrics as columns, each figure with its ratio to the first tool's. */
function comparison(figures: readonly Figure[]): string {
  const metrics = [...new Set(figures.map(({ section }) => section))];
  const names = [...new Set(figures.map(({ name }) => name))];
  const find = (section: string, name: string | undefined) =>
    figures.find((one) => one.section === section && one.name === name);
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
    figures.flatMap((one) => (one.name === name && one.note !== undefined ? [one.note] : [])).join('; '),
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

/** Text that cannot end its cell. */
function cellText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
