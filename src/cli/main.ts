#!/usr/bin/env node
import { run } from './run.ts';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
// A reader that has seen enough (`weiban ops | head`) is no failure.
process.stdout.on('error', (error) => process.exit(Object(error).code === 'EPIPE' ? 0 : 70));

const { argv, env, stdin, stdout, stderr } = process;
const { signal } = interrupted;
process.exitCode = await run({ argv: argv.slice(2), env, stdin, stdout, stderr, signal });
// What is left over (a kept-alive connection, a lock's timer, standard input) must not hold the command up.
stdout.write('', () => process.exit());
