import { isObject } from './openapi.ts';

/** How the value of a filter is compared with a field of a row. */
const COMPARISONS = ['=', '>=', '<=', '>', 'contains'] as const;
type Comparison = (typeof COMPARISONS)[number];

/** A field of the rows, as `x-filters` and `x-order` name it. */
interface FieldOfRow {
  /** A dotted path in a row; a list on the way means any of its items. */
  readonly field: string;
  /** The answer does not show the field. */
  readonly unseen?: true;
}

/** Which rows an argument keeps. */
export interface Condition extends FieldOfRow {
  readonly is: Comparison;
  /** Compare with these in place of the argument's value. */
  readonly values?: readonly string[];
  /** The argument says whose rows these are: every parent has rows, and the field repeats the argument. */
  readonly scope?: true;
}

/** Another argument decides: a condition by its value, `''` when it is not sent, `*` for every other value. */
export interface ConditionByArgument {
  readonly argument: string;
  readonly cases: Readonly<Record<string, Filter>>;
}

export type Filter = Condition | ConditionByArgument;

/** A field that rows are sorted by. */
export interface RowOrder extends FieldOfRow {
  readonly descending?: true;
}

/** The order of a list, by the value of an argument; `''` when there is no such argument or it is not sent. */
export interface Ordering {
  readonly argument?: string;
  readonly orders: Readonly<Record<string, RowOrder>>;
}

/** What `x-filters` and `x-order` of an operation say; a text that cannot be read is a string that says why. */
export interface Selection {
  readonly filters: Readonly<Record<string, Filter | string>>;
  readonly order: Ordering | string | undefined;
}

/** Reads `x-filters` and `x-order` of an operation. */
export function parseSelection(operation: Readonly<Record<string, unknown>>): Selection {
  const written = operation['x-filters'];
  const filters = isObject(written)
    ? Object.fromEntries(Object.entries(written).map(([name, filter]) => [name, parseFilter(filter)]))
    : {};
  const order = operation['x-order'];
  return { filters, order: order === undefined ? undefined : parseOrdering(order) };
}

function parseFilter(written: unknown): Filter | string {
  if (typeof written === 'string') return parseCondition(written);
  const [argument, ...others] = isObject(written) ? Object.keys(written) : [];
  const byValue = isObject(written) && argument !== undefined ? written[argument] : undefined;
  if (argument === undefined || others.length > 0 || !isObject(byValue))
    return 'a filter is a text, or a map {argument: {value: filter}}';
  const cases: [string, Filter][] = [];
  for (const [value, inner] of Object.entries(byValue)) {
    const filter = parseFilter(inner);
    if (typeof filter === 'string') return filter;
    cases.push([value, filter]);
  }
  return { argument, cases: Object.fromEntries(cases) };
}

function parseCondition(text: string): Condition | string {
  const { field, flags, rest } = wordsOf(text);
  const [comparison = '=', values, ...more] = rest;
  const is = COMPARISONS.find((known) => known === comparison);
  if (field === undefined || is === undefined || more.length > 0)
    return `${JSON.stringify(text)} is not "[assumed] [unseen|scope] field [${COMPARISONS.join('|')}] [value|value]"`;
  return {
    field,
    is,
    ...(values !== undefined && { values: values.split('|') }),
    ...(flags.includes('unseen') && { unseen: true }),
    ...(flags.includes('scope') && { scope: true }),
  };
}

function parseOrdering(written: unknown): Ordering | string {
  if (typeof written === 'string') {
    const order = parseOrder(written);
    return typeof order === 'string' ? order : { orders: { '': order } };
  }
  const [argument, ...others] = isObject(written) ? Object.keys(written) : [];
  const by = isObject(written) && argument !== undefined ? written[argument] : undefined;
  if (argument === undefined || others.length > 0 || !(isObject(by) || typeof by === 'string'))
    return 'an order is a text, or {argument: field}, or {argument: {value: text}}';
  const texts = typeof by === 'string' ? { asc: by, desc: `${by} desc` } : by;
  const orders: [string, RowOrder][] = [];
  for (const [value, text] of Object.entries(texts)) {
    const order = parseOrder(String(text));
    if (typeof order === 'string') return order;
    orders.push([value, order]);
  }
  return { argument, orders: Object.fromEntries(orders) };
}

function parseOrder(text: string): RowOrder | string {
  const { field, flags, rest } = wordsOf(text);
  const [direction = 'asc', ...more] = rest;
  if (field === undefined || !['asc', 'desc'].includes(direction) || more.length > 0)
    return `${JSON.stringify(text)} is not "[assumed] [unseen] field [asc|desc]"`;
  return {
    field,
    ...(direction === 'desc' && { descending: true }),
    ...(flags.includes('unseen') && { unseen: true }),
  };
}

/** The field of a text, the words before it, and those after it. `assumed` is for readers: the vendor does not say it. */
function wordsOf(text: string): {
  readonly field: string | undefined;
  readonly flags: readonly string[];
  readonly rest: readonly string[];
} {
  const words = text.split(' ').filter(Boolean);
  const at = words.findIndex((word) => !['assumed', 'unseen', 'scope'].includes(word));
  const flags = at < 0 ? words : words.slice(0, at);
  return { field: at < 0 ? undefined : words[at], flags, rest: at < 0 ? [] : words.slice(at + 1) };
}
