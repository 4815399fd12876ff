import { type Context, type Flags, type Run, textOf } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { longName } from '../flag-name.ts';
import { credentialsPath } from '../places.ts';
import { openPrompt } from '../prompt.ts';
import { readAll } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';
import { type CredentialRow, credentialRows } from './credential-rows.ts';
import { writeCredentials } from './credentials-file.ts';

type Answers = Readonly<Record<string, string | undefined>>;

/**
 * `weiban config set`: saves credentials in a file that only its owner can read. Secrets come from prompts without
 * echo, or from standard input, one a line; there are no flags for them.
 */
export const setConfig: Run = async (context, { flags }) => {
  const { stdin, stderr, env, say } = context;
  if (credentialRows.length === 0) throw new UsageError('configNothing');
  const answers = stdin.isTTY ? await askAll(context, flags) : await readSecrets(context, flags);
  if (!answers) return exitCode('interrupted');
  const given = Object.entries(answers).flatMap(([name, text]) =>
    text?.trim() ? [[name, text.trim()]] : [],
  );
  checkAnswers(Object.fromEntries(given));
  const path = credentialsPath(env);
  await writeCredentials(path, { ...Object.fromEntries(given), baseUrl: textOf(flags, 'baseUrl') });
  stderr.write(`${say('configWritten', { path })}\n`);
  return exitCode('ok');
};

/** The answers of a person; undefined after an interrupt. */
async function askAll(context: Context, flags: Flags): Promise<Answers | undefined> {
  const { say } = context;
  const prompt = openPrompt(context);
  const answers: Record<string, string> = {};
  try {
    for (const { name, flag, question, isSecret } of credentialRows) {
      const answer = textOf(flags, name) ?? (await prompt.ask(say(question, flag.slots), isSecret));
      if (answer === undefined) return undefined;
      answers[name] = answer;
    }
    return answers;
  } finally {
    prompt.close();
  }
}

/** What flags and standard input give: a single secret is all of it, several are a line each, in the order of the help. */
async function readSecrets({ stdin }: Context, flags: Flags): Promise<Answers> {
  const secrets = credentialRows.filter(({ isSecret }) => isSecret);
  const text = await readAll(stdin);
  const lines = secrets.length === 1 ? [text] : text.split(/\r?\n/);
  const answers: Record<string, string | undefined> = Object.fromEntries(
    secrets.map(({ name }, at) => [name, lines[at]]),
  );
  const missing = credentialRows.filter(
    ({ name, isSecret, half, scheme = '' }) =>
      !isSecret && textOf(flags, name) === undefined && (half === undefined || hasPassword(scheme, answers)),
  );
  if (missing.length > 0) {
    throw new UsageError('configNeedsFlag', {
      flags: missing.map(({ flag }) => `--${longName(flag.flags)}`).join(', '),
    });
  }
  for (const { name, isSecret } of credentialRows) if (!isSecret) answers[name] = textOf(flags, name);
  return answers;
}

function hasPassword(name: string, answers: Answers): boolean {
  return credentialRows.some(
    (row) => row.scheme === name && row.half === 'password' && answers[row.name]?.trim(),
  );
}

/** The token call needs all of its options; of other schemes one is enough, but no half of one. */
function checkAnswers(given: Answers): void {
  const isMissing = ({ name }: CredentialRow) => given[name] === undefined;
  const missing = credentialRows.filter(
    (row) =>
      isMissing(row) &&
      (row.scheme === undefined ||
        credentialRows.some((other) => other.scheme === row.scheme && !isMissing(other))),
  );
  const empty = missing.length === 0 && credentialRows.every(isMissing) ? credentialRows : missing;
  if (empty.length > 0)
    throw new UsageError('configEmpty', { names: empty.map(({ name }) => name).join(', ') });
}
