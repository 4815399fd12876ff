import { complain } from './complain.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { takeJsonErrors } from './json-errors.ts';
import { localeLanguage, takeLanguage } from './language.ts';
import { createSay } from './messages/say.ts';
import type { Terminal } from './terminal.ts';

/** Runs the command `weiban` on a terminal. Resolves to its exit code. Never rejects. */
export async function run(terminal: Terminal): Promise<number> {
  const { argv, env } = terminal;
  const stdout = withWidth(terminal);
  if (argv[0] === '__complete') {
    const { complete } = await import('./completion/complete.ts');
    return complete(terminal, argv.slice(1));
  }
  const spoken = localeLanguage(env);
  const { hasJsonErrors, argv: given } = takeJsonErrors(argv);
  let context: Context = { ...terminal, stdout, hasJsonErrors, language: spoken, say: createSay(spoken) };
  try {
    const { language, argv: words } = takeLanguage(given, env);
    context = { ...context, argv: words, language, say: createSay(language) };
    const { chooseCommand } = await import('./program.ts');
    const chosen = chooseCommand(context);
    if (!chosen) return exitCode('ok');
    const { row, input } = chosen;
    const command = await row.load();
    const ending = command(context, input);
    return await (row.isServer ? ending : orAborted(ending, terminal.signal));
  } catch (error) {
    return complain(context, error);
  }
}

/** Standard output with its width: that of the terminal, or else of the variable COLUMNS, which tools set for a pipe. */
function withWidth({ stdout, env }: Terminal): Terminal['stdout'] {
  const columns = stdout.columns || Number(env.COLUMNS) || undefined;
  return { write: (text) => stdout.write(text), isTTY: stdout.isTTY, columns };
}

/** Rejects as soon as the user interrupts, whatever the command is waiting for. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
