import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { UsageError } from '../usage-error.ts';
import { completionScripts } from './scripts.ts';

/** `weiban completion`: prints the completion script of a shell. */
export const completion: Run = async ({ stdout }, { words: [shell = ''] }) => {
  const script = completionScripts.get(shell);
  if (script === undefined) {
    throw new UsageError('unknownShell', { given: shell, known: [...completionScripts.keys()].join(', ') });
  }
  stdout.write(script);
  return exitCode('ok');
};
