import { isWeibanError, type WeibanError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import type { Context } from './context.ts';
import { endingOf, exitCode, isSystemError } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** Prints on standard error what went wrong and what to do about it. Returns the exit code. */
export async function complain(context: Context, error: unknown): Promise<number> {
  const { stderr, say, signal, hasJsonErrors } = context;
  const code = exitCode(signal.aborted ? 'interrupted' : endingOf(error));
  if (hasJsonErrors) {
    const [{ errorData }, { jsonLine }] = await Promise.all([
      import('./error-data.ts'),
      import('./output/json.ts'),
    ]);
    stderr.write(jsonLine({ error: errorData(context, error) }));
  } else if (signal.aborted) stderr.write(`weiban: ${say('interrupted')}\n`);
  else for (const line of await linesOf(context, error)) stderr.write(`${printable(line)}\n`);
  return code;
}
async function linesOf(context: Context, error: unknown): Promise<string[]> {
  const { say } = context;
  if (error instanceof UsageError) return [`weiban: ${say(error.said, error.slots)}`];
  if (isWeibanError(error)) return weibanLines(context, error);
  const problem = error instanceof Error ? error.message : String(error);
  return [`weiban: ${isSystemError(error) ? problem : say('bug', { problem })}`];
}

async function weibanLines({ say, language }: Context, error: WeibanError): Promise<string[]> {
  const { kind, message, operation = '', code, vendorMessage = '' } = error;
  if (kind !== 'api' || code === undefined) {
    const first = language === 'zh' ? `weiban: ${say(`failed_${kind}`, { operation })}` : undefined;
    return [first, first ? `  ${message}` : `weiban: ${message}`].filter((line) => line !== undefined);
  }
  const { describeError } = await import('../base/describe-error.ts');
  // `seeErrors` leads to the meanings at other operations.
  const texts = describeError(error).filter(({ isFromElsewhere }) => !isFromElsewhere);
  const names = texts.map(({ name }) => name).join(say('or')) || say('undocumented');
  return [
    `weiban: ${say('failed_code', { operation, code, names, message: vendorMessage })}`,
    ...texts.flatMap(({ zh, en, advice, adviceZh }) =>
      language === 'zh' ? [`  ${zh}`, `  → ${adviceZh}`] : [`  ${en}`, `  → ${advice}`],
    ),
    ...(texts.length > 0 ? [] : [`  ${say('seeErrors', { code })}`]),
  ];
}
