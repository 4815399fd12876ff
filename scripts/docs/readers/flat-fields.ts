import type { FactField, LimitName, RequiredMark } from '../../evidence/facts/facts.ts';
import { exactNumber } from '../../kit/exact-json.ts';
import type { CapturedField } from './captured-field.ts';
import { plainName } from './field-name.ts';
import { readFieldType } from './field-type.ts';

/** A field as a page lists it, before its parent is known. */
export interface FlatField extends CapturedField {
  readonly required: RequiredMark;
  /** The number of members that a collapsed object states. */
  readonly members?: number;
}

const MARKS = new Map<string, RequiredMark | 'deprecated'>([
  ['必需', true],
  ['可选', false],
  ['已废弃', 'deprecated'],
]);
const NAME = /^[\w$.[\]-]+$/;
const IDENTIFIER = /^[A-Za-z_][\w.[\]-]+$/;
const CHINESE = /[\u4e00-\u9fff]/;
const LABEL = /^(默认值|示例值|枚举值|默认|示例值列表)\s*[:：]\s*(.*)/s;
const LIMIT = /(>=|<=|>|<|=)\s*(-?\d+(?:\.\d+)?)/g;

/** Reads fields from lines that contain nothing else. */
export function readFlatFields(lines: readonly string[]): FlatField[] {
  const starts = lines.flatMap((_, at) => (isFieldStart(lines, at) ? [at] : []));
  return starts.map((start, index) => readField(lines.slice(start, starts[index + 1])));
}

/** Reads parameters from lines. Some of them may have no type. */
export function readParameters(lines: readonly string[]): FlatField[] {
  let isListed = false;
  const starts = lines.flatMap((line, at) => {
    // In a list of values, only a type or a mark below distinguishes a name from another value.
    const isUntyped = isUntypedStart(lines, at) && (!isListed || isMarked(lines, at));
    const isStart = isFieldStart(lines, at) || (!LABEL.test(line) && isUntyped);
    if (isStart || LABEL.test(line)) isListed = !isStart && /^枚举值/.test(line);
    return isStart ? [at] : [];
  });
  return starts.map((start, index) => readField(lines.slice(start, starts[index + 1])));
}

/**
 * Whether a parameter without a type begins at a line: a name that is not itself a value, with a mark, a
 * description or a value below it.
 */
function isUntypedStart(lines: readonly string[], at: number): boolean {
  const [previous = '', name = '', next = ''] = [lines[at - 1], lines[at], lines[at + 1]];
  const isValue = LABEL.exec(previous)?.[2] === '';
  if (isValue || !IDENTIFIER.test(plainName(name)) || readFieldType(name) !== undefined) return false;
  return isMarked(lines, at) || LABEL.test(next) || CHINESE.test(next);
}

function isMarked(lines: readonly string[], at: number): boolean {
  return MARKS.has((lines[at + 1] ?? '').replace(/\s/g, ''));
}

/** Whether a field begins at a line: a name with a type below it. */
function isFieldStart(lines: readonly string[], at: number): boolean {
  const name = lines[at];
  const type = lines[at + 1];
  return (
    name !== undefined &&
    type !== undefined &&
    NAME.test(plainName(name)) &&
    readFieldType(type) !== undefined
  );
}

function readField([written = '', ...below]: readonly string[]): FlatField {
  const name = plainName(written);
  const read = readFieldType(below[0] ?? '');
  const rest = read === undefined ? below : below.slice(1);
  const found: Found = { required: 'unmarked', about: [] };
  for (let at = 0; at < rest.length; ) at = readLine(rest, at, read?.type ?? '', found);
  const { about, ...stated } = found;
  return {
    name,
    type: read?.type ?? 'unknown',
    ...(read?.format !== undefined && { format: read.format }),
    ...stated,
    ...(about.length > 0 && { about: about.join(' ') }),
    ...(name !== written && { misspelled: [written] }),
    ...(read?.members !== undefined && { members: read.members }),
  };
}

type Found = { -readonly [K in Exclude<keyof FactField, 'about'>]?: FactField[K] } & {
  required: RequiredMark;
  about: string[];
};

/**
 * Reads one line about a field, and the value below it if there is one. Returns the index of the next line to
 * read.
 */
function readLine(lines: readonly string[], at: number, type: string, found: Found): number {
  const line = lines[at] ?? '';
  const mark = MARKS.get(line.replace(/\s/g, ''));
  if (mark !== undefined) {
    if (mark === 'deprecated') found.deprecated = true;
    else found.required = mark;
    return at + 1;
  }
  const [, label, value = ''] = LABEL.exec(line) ?? [];
  if (label === undefined) {
    const limits = limitsOf(line, type);
    if (limits) Object.assign(found, limits);
    else found.about.push(line);
    return at + 1;
  }
  if (label !== '枚举值') {
    found[label.startsWith('默认') ? 'default' : 'example'] = literalOf(value || (lines[at + 1] ?? ''), type);
    return value ? at + 1 : at + 2;
  }
  let end = at + 1;
  while (end < lines.length && !LABEL.test(lines[end] ?? '')) end++;
  found.enum = [value, ...lines.slice(at + 1, end)].filter(Boolean).map((text) => literalOf(text, type));
  return end;
}

/** Parses a printed value by the type of its field. Returns the text itself if it does not fit. */
function literalOf(text: string, type = ''): unknown {
  const bare = text.trim();
  if (/^(integer|number)/.test(type) && /^-?\d+(\.\d+)?$/.test(bare)) return exactNumber(bare);
  if (type.startsWith('boolean') && /^(true|false)$/.test(bare)) return bare === 'true';
  return bare;
}

/**
 * Reads a line of limits, such as `>= 1 字符<= 30 字符`. Returns undefined if the line contains anything else.
 */
function limitsOf(line: string, type: string): Partial<Record<LimitName, number | bigint>> | undefined {
  const bare = line.replace(LIMIT, '').replace(/个?(字符|元素)|characters?|items?|\s/g, '');
  const found = [...line.matchAll(LIMIT)];
  if (bare !== '' || found.length === 0) return undefined;
  const kind =
    /元素|items?/.test(line) || type.startsWith('array') ? 'items' : /字符|char/.test(line) ? 'length' : '';
  const names = { '>': `min${kind && `_${kind}`}`, '<': `max${kind && `_${kind}`}` };
  return Object.fromEntries(
    found.map(([, sign, value]) => [
      sign?.startsWith('>') ? names['>'] : names['<'],
      exactNumber(value ?? ''),
    ]),
  );
}
