import { describeError } from '../base/describe-error.ts';
import { isWeibanError, type WeibanError } from '../base/errors.ts';
import type { Context } from './context.ts';
import { type Ending, endingOf, exitCode, isSystemError } from './exit-codes.ts';
import { UsageError, type UsageKind } from './usage-error.ts';

/** An error as `--json-errors` prints it. Fields that do not apply are left out. */
export interface ErrorData {
  readonly kind: Ending | UsageKind;
  readonly exitCode: number;
  readonly message: string;
  readonly operation?: string | undefined;
  /** Weiban's code and its own words. */
  readonly code?: number | undefined;
  readonly vendorMessage?: string | undefined;
  /** What the code may mean at this operation, and what to do about it. Empty if nothing is documented. */
  readonly meanings?: readonly { readonly name: string; readonly text: string; readonly advice: string }[];
  readonly status?: number | undefined;
  readonly problem?: string | undefined;
  /** When a call that was not sent because of the limits can be sent. */
  readonly until?: Date | undefined;
}

/** What went wrong and what to do about it, as data, in the language of the context. */
export function errorData({ say, language, signal }: Context, error: unknown): ErrorData {
  const ending = signal.aborted ? 'interrupted' : endingOf(error);
  const data = { kind: ending, exitCode: exitCode(ending) };
  if (signal.aborted) return { ...data, message: say('interrupted') };
  if (error instanceof UsageError)
    return { ...data, kind: error.kind, message: say(error.said, error.slots) };
  if (isWeibanError(error)) return { ...data, ...weibanData(error, language) };
  const problem = error instanceof Error ? error.message : String(error);
  return { ...data, message: isSystemError(error) ? problem : say('bug', { problem }) };
}

function weibanData(error: WeibanError, language: Context['language']) {
  const { message, operation, code, vendorMessage, status, problem, until } = error;
  const data = { message, operation, code, vendorMessage, status, problem, until };
  if (code === undefined) return data;
  const own = describeError(error).filter(({ isFromElsewhere }) => !isFromElsewhere);
  const meanings = own.map(({ name, zh, en, advice, adviceZh }) =>
    language === 'zh' ? { name, text: zh, advice: adviceZh } : { name, text: en, advice },
  );
  return { ...data, meanings };
}
