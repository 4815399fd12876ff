import { parseWithBigints, stringifyExact } from '../../../src/base/exact-json.ts';
import type { KnownValue, TryArgument } from './try-data.ts';

/** The texts of a form by the path of their argument, such as `content.text`. An empty text is not sent. */
export type FormTexts = Record<string, string>;

/** Why the text of an argument is not sent as it is. */
export type Problem = 'number' | 'time' | 'json' | 'value';

/** The arguments that a form holds. */
export interface FormReading {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, Problem>>;
}

/** The texts of a form that holds these arguments. */
export function formTexts(
  given: readonly TryArgument[],
  values: Readonly<Record<string, unknown>>,
  path = '',
): FormTexts {
  const texts: FormTexts = {};
  for (const argument of given) {
    const at = `${path}${argument.name}`;
    const value = Object.hasOwn(values, argument.name) ? values[argument.name] : undefined;
    if (argument.control === 'group')
      Object.assign(texts, formTexts(argument.fields, isObject(value) ? value : {}, `${at}.`));
    else texts[at] = value === undefined || value === null ? '' : textOf(argument, value);
  }
  return texts;
}

/** The arguments that the texts of a form mean, and the texts that mean nothing. */
export function readForm(given: readonly TryArgument[], texts: FormTexts, path = ''): FormReading {
  const values: Record<string, unknown> = {};
  const problems: Record<string, Problem> = {};
  for (const argument of given) {
    const at = `${path}${argument.name}`;
    if (argument.control === 'group') {
      const inner = readForm(argument.fields, texts, `${at}.`);
      Object.assign(problems, inner.problems);
      if (Object.keys(inner.values).length > 0) put(values, argument.name, inner.values);
      continue;
    }
    const text = texts[at] ?? '';
    if (text.trim() === '') continue;
    const read = readText(argument, text);
    if ('problem' in read) problems[at] = read.problem;
    else put(values, argument.name, read.value);
  }
  return { values, problems };
}

/** Sets an own member, also one called `__proto__`. */
function put(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function textOf({ control }: TryArgument, value: unknown): string {
  if (control === 'seconds' || control === 'milliseconds') {
    const time = Number(value) * (control === 'seconds' ? 1000 : 1);
    return Number.isFinite(time) ? localTime(time) : '';
  }
  if (Array.isArray(value) && control !== 'json') return value.map(String).join('\n');
  return control === 'json' ? stringifyExact(value, 2) : String(value);
}

type Read = { readonly value: unknown } | { readonly problem: Problem };

function readText(argument: TryArgument, text: string): Read {
  switch (argument.control) {
    case 'number':
      return numberOf(text.trim());
    case 'flag':
      return { value: text === 'true' };
    case 'choice':
      return chosen(argument.values, text);
    case 'seconds':
    case 'milliseconds':
      return timeOf(text, argument.control === 'seconds' ? 1000 : 1);
    case 'lines':
      return { value: linesOf(text) };
    case 'numbers':
      return each(linesOf(text).map(numberOf));
    case 'choices':
      return each(linesOf(text).map((line) => chosen(argument.values, line)));
    case 'json':
      return jsonOf(text);
    default:
      return { value: text };
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A whole number keeps every digit. */
function numberOf(text: string): Read {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return { problem: 'number' };
  const number = Number(text);
  if (!Number.isFinite(number)) return { problem: 'number' };
  return { value: Number.isSafeInteger(number) || !/^-?\d+$/.test(text) ? number : BigInt(text) };
}

function chosen(values: readonly KnownValue[], text: string): Read {
  const known = values.find(({ value }) => String(value) === text);
  return known ? { value: known.value } : { problem: 'value' };
}

function timeOf(text: string, unit: number): Read {
  const time = new Date(text).getTime();
  return Number.isNaN(time) ? { problem: 'time' } : { value: Math.floor(time / unit) };
}

function jsonOf(text: string): Read {
  try {
    return { value: parseWithBigints(text) };
  } catch {
    return { problem: 'json' };
  }
}

function each(items: readonly Read[]): Read {
  const bad = items.find((item) => 'problem' in item);
  return bad ?? { value: items.map((item) => ('value' in item ? item.value : undefined)) };
}

/** The text of a control for date and time, in the time zone of the reader. */
function localTime(milliseconds: number): string {
  const local = new Date(milliseconds - new Date(milliseconds).getTimezoneOffset() * 60_000);
  return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(0, 19);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
