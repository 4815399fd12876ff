#!/usr/bin/env node
import { run } from './run.ts';
import { watchParent } from './watch-parent.ts';

const interrupted = new AbortController();
function interrupt(): void {
  // Asked for a second time, it ends at once.
  if (interrupted.signal.aborted) process.exit(130);
  interrupted.abort();
}
// Not `once`: the locks' library ends the process as soon as a signal has no listener beside its own.
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
// A reader that has seen enough (`weiban ops | head`) is no failure.
process.stdout.on('error', (error) => process.exit(Object(error).code === 'EPIPE' ? 0 : 70));

const { argv, env, stdin, stdout, stderr } = process;
const { signal } = interrupted;
watchParent(env, interrupt);
process.exitCode = await run({ argv: argv.slice(2), env, stdin, stdout, stderr, signal });
// What is left over (a kept-alive connection, a lock's timer, standard input) must not hold the command up.
stdout.write('', () => process.exit());
