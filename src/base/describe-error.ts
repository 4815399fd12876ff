import type { ErrorOf } from '../../generated/client.ts';
import { ErrorCode, type ErrorName, globalErrors } from '../../generated/error-codes.ts';
import { errorTexts } from '../../generated/error-texts.ts';
import { credentialsRefused, tokenOperation } from '../../generated/profile.ts';

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
  /** Whether only other operations document the code. Then this is probably what it means, but not certainly. */
  readonly isFromElsewhere: boolean;
}

/**
 * Explains a documented error. A name gives one text; an error gives one text for each name that its code may
 * have. If its operation does not document the code, the texts are those of the operations that do. Returns an empty
 * list if nothing is documented, as for a timeout or an unknown code.
 */
export function describeError(error: ErrorName | ErrorOf<ErrorName>): readonly ErrorText[] {
  const own = namesOf(error);
  const isFromElsewhere = own.length === 0;
  return (isFromElsewhere ? namesElsewhere(error) : own).flatMap((name) => {
    const text = Object.hasOwn(errorTexts, name) ? errorTexts[name] : undefined;
    if (!text) return [];
    const [zh, en, advice, adviceZh] = text;
    const found = { name, zh, en, advice, adviceZh: adviceZh || advice, isFromElsewhere };
    return [concernsCredentials(error, name) ? { ...found, ...credentialsRefused } : found];
  });
}

// By its fields and not by its class: an error of another copy of the package has another class.
function namesOf(error: ErrorName | ErrorOf<ErrorName>): readonly ErrorName[] {
  if (typeof error === 'string') return [error];
  // Errors of this package hold only names of `ErrorCode`, and a specification may have none.
  const names: readonly ErrorName[] | undefined = Reflect.get(error, 'names');
  if (names && names.length > 0) return names;
  return error.reason ? [error.reason] : [];
}

function namesElsewhere(error: ErrorName | ErrorOf<ErrorName>): readonly ErrorName[] {
  if (typeof error === 'string' || error.code === undefined) return [];
  // Object.keys loses the type of the keys; a generated constant has no others.
  return (Object.keys(ErrorCode) as ErrorName[]).filter((name) => ErrorCode[name] === error.code);
}

/** Whether the token's own call is refused like a token: its credentials are wrong then. */
function concernsCredentials(error: ErrorName | ErrorOf<ErrorName>, name: ErrorName): boolean {
  const globals: Readonly<Record<string, readonly [number, string]>> = globalErrors;
  return (
    typeof error !== 'string' && error.operation === tokenOperation && globals[name]?.[1] === 'refresh-token'
  );
}
