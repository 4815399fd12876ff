import type { Context } from '../evidence/compare/context.ts';
import { child, type Located, target } from '../evidence/compare/located.ts';
import { webhookName } from '../evidence/compare/webhook.ts';
import type { Recording } from '../evidence/recording.ts';
import { isObject, METHODS } from '../spec/openapi.ts';

/** How much of one category of the documentation is curated, and on what evidence. */
export interface Coverage {
  /** The category's slug; `(shared)` for schemas that several categories use. */
  readonly category: string;
  /** All known pages. */
  readonly pages: number;
  /** Pages of curated endpoints. */
  readonly curated: number;
  /** Pages that nobody has read. */
  readonly unread: number;
  /** Guides, callbacks and duplicates. */
  readonly other: number;
  /** Fields and parameters that were compared with a page. */
  readonly fields: number;
  readonly corrections: number;
  readonly recordings: number;
  /** Distinct error names that the category's operations list. */
  readonly errors: number;
}

const SHARED = '(shared)';

/** Counts coverage by category. Every category that a heading, a page or an operation names gets a row. */
export function coverageOf(context: Context, recordings: readonly Recording[]): Coverage[] {
  const { ledger, headings, operations, compared, reasoned } = context;
  const messages = context.webhooks.flatMap((webhook) => messagesOf(context, webhook));
  const categoryOfUrl = new Map(
    [...operations, ...messages].map(({ url, located }) => [url, tagOf(located)]),
  );
  const categoryOfId = new Map(operations.map(({ located }) => [located.value.operationId, tagOf(located)]));
  const categoryOfFile = new Map(
    [...operations, ...messages].map(({ located }) => [located.source.path, tagOf(located)]),
  );
  const fields = new Set(compared.map(({ url, where }) => `${categoryOfUrl.get(url)}\n${url} ${where}`));
  const categories = new Set([
    ...headings.map(({ category }) => category),
    ...ledger.rows.map(({ category }) => category),
    ...categoryOfUrl.values(),
  ]);
  const corrections = reasoned.corrections.map(({ at }) => categoryOfFile.get(at.source.path) ?? SHARED);
  const rows = [...categories].sort().map((category): Coverage => {
    const pages = ledger.rows.filter((row) => row.category === category);
    const inState = (...states: string[]) => pages.filter(({ state }) => states.includes(state)).length;
    const names = operations.filter(({ located }) => tagOf(located) === category).flatMap(errorNames);
    return {
      category,
      pages: pages.length,
      curated: inState('curated'),
      unread: inState('unread'),
      other: inState('guide', 'callback', 'duplicate'),
      fields: [...fields].filter((key) => key.startsWith(`${category}\n`)).length,
      corrections: corrections.filter((name) => name === category).length,
      recordings: recordings.filter(({ operation }) => categoryOfId.get(operation) === category).length,
      errors: new Set(names).size,
    };
  });
  const shared = corrections.filter((name) => name === SHARED).length;
  const none = { pages: 0, curated: 0, unread: 0, other: 0, fields: 0, recordings: 0, errors: 0 };
  return shared === 0 ? rows : [...rows, { category: SHARED, ...none, corrections: shared }];
}

/**
 * Prints the rows as a table for a person, with the sums below.
 * @param distinctErrors the sum of the last column, because categories share error names.
 */
export function coverageTable(rows: readonly Coverage[], distinctErrors: number): string {
  const columns = [
    'pages',
    'curated',
    'unread',
    'other',
    'fields',
    'corrections',
    'recordings',
    'errors',
  ] as const;
  const sums = columns.map((column) =>
    column === 'errors' ? distinctErrors : rows.reduce((sum, row) => sum + row[column], 0),
  );
  const lines = [
    ['category', ...columns],
    ...rows.map((row) => [row.category, ...columns.map((column) => String(row[column]))]),
    ['', ...sums.map(String)],
  ];
  const widths = ['category', ...columns].map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  const pad = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** The operations of a webhook, with the name that the comparison uses for their places. */
function messagesOf(
  { spec }: Context,
  webhook: Located,
): { readonly url: string; readonly located: Located }[] {
  const item = target(spec, webhook);
  return METHODS.flatMap((method) => {
    const located = item === undefined ? undefined : child(item, method);
    return located === undefined ? [] : [{ url: webhookName(webhook), located }];
  });
}

function tagOf(operation: Located): string {
  const { tags } = operation.value;
  return Array.isArray(tags) ? String(tags[0]) : '';
}

function errorNames({ located }: { readonly located: Located }): string[] {
  const names = isObject(located.value) ? located.value['x-errors'] : undefined;
  return Array.isArray(names) ? names.map(String) : [];
}
