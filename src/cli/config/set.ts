import { type Run, textOf } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { credentialsPath } from '../places.ts';
import { ask } from '../prompt.ts';
import { readAll } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';
import { writeCredentials } from './credentials-file.ts';

/**
 * `weiban config set`: keeps credentials in a file that only its owner can read. The secret comes from a prompt that
 * does not show it, or is the whole of standard input; there is no flag for it.
 */
export const setConfig: Run = async (context, { flags }) => {
  const { stdin, stderr, env, say } = context;
  const path = credentialsPath(env);
  const given = textOf(flags, 'corpId');
  if (given === undefined && !stdin.isTTY) throw new UsageError('configNeedsCorpId');
  const corpId = (given ?? (await ask(context, say('askCorpId')))).trim();
  const secret = stdin.isTTY ? await ask(context, say('askSecret'), true) : await readAll(stdin);
  const baseUrl = textOf(flags, 'baseUrl');
  if (!corpId || !secret.trim()) throw new UsageError('configEmpty');
  await writeCredentials(path, { corpId, secret: secret.trim(), baseUrl });
  stderr.write(`${say('configWritten', { path })}\n`);
  return exitCode('ok');
};
