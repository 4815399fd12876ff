import type { ErrorName } from '../../../generated/error-codes.ts';
import { describeError } from '../../../src/base/describe-error.ts';
import { isWeibanError } from '../../../src/base/errors.ts';
import type { Language } from '../page-words.ts';

/** An error for a reader. */
export interface ErrorExplained {
  /** The documented name with its code, otherwise the class of the error. */
  readonly name: string;
  /** The error's own message: its words are the client's, in English. */
  readonly message: string;
  /** One for each thing that the code may mean. */
  readonly texts: readonly { readonly name: string; readonly meaning: string; readonly advice: string }[];
}

/** What a caught error means and what to do about it. */
export function explainError(error: unknown, language: Language): ErrorExplained {
  if (!isWeibanError(error)) return { name: 'Error', message: String(error), texts: [] };
  const texts = describeError(error).map(({ name, zh, en, advice, adviceZh }) => ({
    name,
    meaning: language === 'zh' ? zh : en,
    advice: language === 'zh' ? adviceZh : advice,
  }));
  const code = error.code === undefined ? '' : ` (${error.code})`;
  return { name: `${error.reason ?? error.name}${code}`, message: error.message, texts };
}

/** The meaning of a documented error; empty if there is no text. */
export function errorMeaning(name: ErrorName, language: Language): string {
  const [text] = describeError(name);
  return (language === 'zh' ? text?.zh : text?.en) ?? '';
}
