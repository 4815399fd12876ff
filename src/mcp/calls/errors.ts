import { globalErrors } from '../../../generated/error-codes.ts';
import { describeError } from '../../base/describe-error.ts';
import { isWeibanError, type WeibanError } from '../../base/errors.ts';
import type { TextLanguage } from '../../catalogue/index.ts';
import type { ToolAnswer, ToolContext } from '../tool.ts';
import { cleanText, roomBeside, UNTRUSTED } from './clean.ts';
import { beginningOf, firstOf } from './shrink.ts';
import { type Failure, ToolRefusal } from './tool-refusal.ts';

const LONGEST_MESSAGE = 600;
/** Milliseconds to wait where nobody says how long: for a place in the queue, and for a new minute of the quota. */
const [QUEUE_WAIT, QUOTA_WAIT] = [5000, 60_000];

/** What to do after a failure that no documentation describes, by its kind; `lost` is for writes without an answer. */
const ADVICE: Readonly<Record<WeibanError['kind'] | 'lost', Readonly<Record<TextLanguage, string>>>> = {
  api: {
    en: 'Weiban refused the call and the code is not documented; report it to the person.',
    zh: '接口拒绝了这次调用，错误码没有文档说明；请告诉用户。',
  },
  transport: {
    en: 'No answer arrived; try again later, or tell the person that the network fails.',
    zh: '没有收到响应；请稍后重试，或告诉用户网络不通。',
  },
  timeout: {
    en: 'No answer arrived in time; ask for less, or try again later.',
    zh: '响应超时；请缩小查询范围，或稍后重试。',
  },
  response: {
    en: 'The answer was not usable; try again once, then report it to the person.',
    zh: '响应无法使用；可重试一次，仍失败请告诉用户。',
  },
  limit: {
    en: 'Wait before the next call; calling earlier does not help.',
    zh: '请等待后再调用，提前调用没有用。',
  },
  config: {
    en: 'Correct the arguments; describe_operation lists them.',
    zh: '请更正参数；describe_operation 会列出参数。',
  },
  lost: {
    en: 'The write may have been executed all the same: read the data before you repeat it.',
    zh: '写操作可能已经执行：重试之前请先查询确认。',
  },
};

/**
 * The answer of a tool that failed, for a model that is to act on it. Its message is masked, because the API's own words may
 * quote customers. Rejects nothing: a fault of the program is thrown again.
 *
 * @param isWrite whether a write was sent; without an answer it may have been executed.
 * @param args the arguments of the call as they were given: the API may quote what their pseudonyms stand for.
 */
export function errorAnswer(
  context: ToolContext,
  error: unknown,
  isWrite = false,
  args: unknown = undefined,
): ToolAnswer {
  const failure = failureOf(context, error, isWrite);
  const { mask, maskAgain, hide } = context.masker;
  // A refusal of a tool may name pseudonyms of the model; words of the API hold none that are ours.
  const masked = error instanceof ToolRefusal ? maskAgain : mask;
  const message = hide(
    firstOf(cleanText(String(masked(cleanText(failure.message)))), 16 * LONGEST_MESSAGE),
    args,
  );
  const advice = beginningOf(failure.advice, 2 * LONGEST_MESSAGE, context.budget / 3);
  const room = roomBeside(context.budget, { error: { ...failure, advice, message: '' } });
  const isForeign = isWeibanError(error) && (error.kind === 'api' || error.kind === 'response');
  return {
    isError: true,
    value: {
      ...(isForeign && { untrusted: UNTRUSTED }),
      error: { ...failure, advice, message: beginningOf(message, LONGEST_MESSAGE, room) },
    },
  };
}

function failureOf({ signal, language }: ToolContext, error: unknown, isWrite: boolean): Failure {
  if (error instanceof ToolRefusal) return error.failure;
  if (isWeibanError(error)) return weibanFailure(error, language, isWrite);
  if (!signal.aborted) throw error;
  const advice = isWrite ? ADVICE.lost[language] : 'Call again if the answer is still needed.';
  return { name: 'Cancelled', message: 'The call was cancelled.', advice };
}

function weibanFailure(error: WeibanError, language: TextLanguage, isWrite: boolean): Failure {
  const { kind, message, code, until, name } = error;
  const texts = describeError(error);
  const names = texts.map((text) => String(text.name));
  const advice = texts.map((text) => (language === 'zh' ? text.adviceZh : text.advice));
  const isLost = isWrite && (kind === 'transport' || kind === 'timeout' || kind === 'response');
  const wait = until ? Math.max(0, until.getTime() - Date.now()) : usualWait(kind, names);
  return {
    name: names.join(' | ') || name,
    ...(code !== undefined && { code }),
    message,
    advice: [...new Set(advice)].join(' ') || ADVICE[isLost ? 'lost' : kind][language],
    ...(wait !== undefined && { retryAfterMs: Math.ceil(wait) }),
  };
}

function usualWait(kind: WeibanError['kind'], names: readonly string[]): number | undefined {
  const globals: Readonly<Record<string, readonly [number, string]>> = globalErrors;
  if (names.some((name) => globals[name]?.[1] === 'wait')) return QUOTA_WAIT;
  return kind === 'limit' ? QUEUE_WAIT : undefined;
}
