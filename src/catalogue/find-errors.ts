import { ErrorCode, type ErrorName, globalErrors } from '../../generated/error-codes.ts';
import { errorTexts } from '../../generated/error-texts.ts';
import { parseOperation } from '../base/operation-row.ts';
import { listOperations } from './find-operation.ts';

/** A documented error, with everything that is known about it. */
export interface ErrorEntry {
  readonly name: ErrorName;
  readonly code: number;
  /** The documentation's wording, in Chinese. */
  readonly zh: string;
  readonly en: string;
  readonly advice: string;
  /** The advice in Chinese, or in English if there is no Chinese text. */
  readonly adviceZh: string;
  /** How the client handles the code automatically, if any operation can answer it. */
  readonly remedy: 'refresh-token' | 'wait' | 'stop' | undefined;
  /** The methods of the operations that document it. */
  readonly operations: readonly string[];
}

/** Every documented error, by code and name. */
export function listErrors(): ErrorEntry[] {
  const operations = new Map<string, string[]>();
  for (const { row, name } of listOperations()) {
    for (const [, error] of parseOperation(row).errors) {
      operations.set(error, [...(operations.get(error) ?? []), name]);
    }
  }
  const globals: Readonly<Record<string, readonly [number, NonNullable<ErrorEntry['remedy']>]>> =
    globalErrors;
  // The cast is safe because a generated constant has no keys but its names.
  const codes = Object.entries(ErrorCode) as [ErrorName, number][];
  return codes
    .map(([name, code]) => {
      const [zh, en, advice, adviceZh] = errorTexts[name] ?? ['', '', '', ''];
      return {
        name,
        code,
        zh,
        en,
        advice,
        adviceZh: adviceZh || advice,
        remedy: globals[name]?.[1],
        operations: operations.get(name) ?? [],
      };
    })
    .sort((a, b) => a.code - b.code || (a.name < b.name ? -1 : 1));
}

/** The errors with a code, with a name, or whose texts contain all words; all errors without words. */
export function findErrors(errors: readonly ErrorEntry[], words: readonly string[]): ErrorEntry[] {
  const [first = '', ...rest] = words;
  if (rest.length === 0 && /^-?\d+$/.test(first)) return errors.filter(({ code }) => code === Number(first));
  const named = errors.filter(({ name }) => String(name).toLowerCase() === first.toLowerCase());
  if (rest.length === 0 && named.length > 0) return named;
  return errors.filter(({ name, zh, en, advice, adviceZh }) => {
    const text = `${name} ${zh} ${en} ${advice} ${adviceZh}`.toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  });
}
