#!/usr/bin/env node
import { run } from './run.ts';
import { watchParent } from './watch-parent.ts';

const interrupted = new AbortController();
function interrupt(): void {
  // A second interrupt ends the process immediately.
  if (interrupted.signal.aborted) process.exit(130);
  interrupted.abort();
}
// Not `once`: the library of the locks ends the process as soon as a signal has no other listener.
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
// It is not a failure if the reader stops early (`weiban ops | head`).
process.stdout.on('error', (error) => process.exit(Object(error).code === 'EPIPE' ? 0 : 70));

const { argv, env, stdin, stdout, stderr } = process;
const { signal } = interrupted;
watchParent(env, interrupt);
process.exitCode = await run({ argv: argv.slice(2), env, stdin, stdout, stderr, signal });
// Open handles (a kept-alive connection, a lock's timer, standard input) must not delay the end of the command.
stdout.write('', () => process.exit());
