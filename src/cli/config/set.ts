import { type Context, type Run, textOf } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { credentialsPath } from '../places.ts';
import { openPrompt } from '../prompt.ts';
import { readAll } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';
import { writeCredentials } from './credentials-file.ts';

/**
 * `weiban config set`: saves credentials in a file that only its owner can read. The secret comes from a prompt without
 * echo, or from standard input; there is no flag for it.
 */
export const setConfig: Run = async (context, { flags }) => {
  const { stdin, stderr, env, say } = context;
  const given = textOf(flags, 'corpId');
  const answers = stdin.isTTY
    ? await askBoth(context, given)
    : { corpId: given, secret: await readAll(stdin) };
  if (!answers) return exitCode('interrupted');
  const [corpId, secret] = [answers.corpId?.trim(), answers.secret.trim()];
  if (corpId === undefined) throw new UsageError('configNeedsCorpId');
  if (!corpId || !secret) throw new UsageError('configEmpty');
  const path = credentialsPath(env);
  await writeCredentials(path, { corpId, secret, baseUrl: textOf(flags, 'baseUrl') });
  stderr.write(`${say('configWritten', { path })}\n`);
  return exitCode('ok');
};

async function askBoth(context: Context, given: string | undefined) {
  const { say } = context;
  const prompt = openPrompt(context);
  try {
    const corpId = given ?? (await prompt.ask(say('askCorpId')));
    const secret = corpId === undefined ? undefined : await prompt.ask(say('askSecret'), true);
    return secret === undefined ? undefined : { corpId, secret };
  } finally {
    prompt.close();
  }
}
