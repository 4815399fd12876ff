import type { ErrorOf } from '../../generated/client.ts';
import type { ErrorName } from '../../generated/error-codes.ts';
import { errorTexts } from '../../generated/error-texts.ts';
import { WeibanApiError } from './errors.ts';

/** What an error means and what a caller can do about it. */
export interface ErrorText {
  readonly name: ErrorName;
  /** The documentation's wording, in Chinese. */
  readonly zh: string;
  readonly en: string;
  /** What a caller can do, in English. */
  readonly advice: string;
  /** The advice in Chinese; the English advice if there is no Chinese one. */
  readonly adviceZh: string;
}

/**
 * Explains a documented error. A name gives one text; an error gives one text for each name that its code may
 * have. Returns an empty list if nothing is documented, as for a timeout or an unknown code.
 */
export function describeError(error: ErrorName | ErrorOf<ErrorName>): readonly ErrorText[] {
  return namesOf(error).flatMap((name) => {
    const text = Object.hasOwn(errorTexts, name) ? errorTexts[name] : undefined;
    if (!text) return [];
    const [zh, en, advice, adviceZh] = text;
    return [{ name, zh, en, advice, adviceZh: adviceZh || advice }];
  });
}

function namesOf(error: ErrorName | ErrorOf<ErrorName>): readonly ErrorName[] {
  if (typeof error === 'string') return [error];
  if (error instanceof WeibanApiError) return error.names;
  return error.reason ? [error.reason] : [];
}
