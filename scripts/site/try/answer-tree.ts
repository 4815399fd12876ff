import type { FieldMeaning, TryData } from './try-data.ts';

/** A value in an answer, with what the specification says about it. */
export interface AnswerNode {
  /** The name of the field or the index of the item; empty for the answer itself. */
  readonly name: string;
  readonly kind: 'object' | 'list' | 'text' | 'plain';
  /** How a value is shown: the text itself, JSON for others, the number of members for an object or a list. */
  readonly shown: string;
  /** What this value means: the meaning of a listed value, or the date of a time. */
  readonly meaning: string;
  readonly field: FieldMeaning | undefined;
  /** An address that may be a link. Only https: the answer is foreign text. */
  readonly link: string | undefined;
  /** The members, made when they are asked for. */
  readonly members: () => readonly AnswerNode[];
}

/** Writes a point in time, given in milliseconds. */
export type WriteTime = (milliseconds: number) => string;

/** The tree of an answer. Members are made only when their node is opened. */
export function answerTree(fields: TryData['fields'], answer: unknown, writeTime: WriteTime): AnswerNode {
  return nodeOf({ fields, writeTime }, '', '', answer);
}

interface Context {
  readonly fields: TryData['fields'];
  readonly writeTime: WriteTime;
}

function nodeOf(context: Context, name: string, path: string, value: unknown): AnswerNode {
  const field = Object.hasOwn(context.fields, path) ? context.fields[path] : undefined;
  const plain = { name, field, link: undefined, meaning: '', members: () => [] };
  if (Array.isArray(value)) {
    const members = () => value.map((item, at) => nodeOf(context, String(at), `${path}[]`, item));
    return { ...plain, kind: 'list', shown: String(value.length), members };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const prefix = path === '' ? '' : `${path}.`;
    const members = () => entries.map(([key, item]) => nodeOf(context, key, `${prefix}${key}`, item));
    return { ...plain, kind: 'object', shown: String(entries.length), members };
  }
  const isText = typeof value === 'string';
  return {
    ...plain,
    kind: isText ? 'text' : 'plain',
    shown: isText ? value : String(value),
    meaning: meaningOf(context, field, value),
    link: isText && isSafeLink(value) ? value : undefined,
  };
}

const UNITS: Readonly<Record<string, number>> = { 'unix-seconds': 1000, 'unix-milliseconds': 1 };

function meaningOf({ writeTime }: Context, field: FieldMeaning | undefined, value: unknown): string {
  const known = field?.values.find((entry) => String(entry.value) === String(value));
  if (known) return known.meaning;
  const unit = UNITS[field?.format ?? ''];
  const time = unit === undefined || typeof value !== 'number' ? 0 : value * unit;
  return time > 0 && time < 8.64e15 ? writeTime(time) : '';
}

/** Whether a text is an https address that names no user, so that it can only lead where it says. */
function isSafeLink(text: string): boolean {
  if (!/^https:\/\/[^\s\\@]+$/.test(text)) return false;
  return URL.canParse(text);
}
