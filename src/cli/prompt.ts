import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Context } from './context.ts';

/**
 * Asks on standard error and gives the line that is typed; empty where the input ends.
 *
 * @param isSecret whether what is typed stays off the screen.
 */
export function ask({ stdin, stderr, signal }: Context, question: string, isSecret = false): Promise<string> {
  stderr.write(question);
  const echo = new Writable({
    write: (chunk, _, done) => {
      if (!isSecret) stderr.write(String(chunk));
      done();
    },
  });
  // A terminal of the reader's own switches the terminal's echo off; what it echoes itself goes nowhere.
  const reader = createInterface({ input: stdin, output: echo, terminal: isSecret && stdin.isTTY === true });
  return new Promise((resolve, reject) => {
    let answer = '';
    reader.once('line', (line) => {
      answer = line;
      reader.close();
    });
    reader.once('SIGINT', () => reader.close());
    reader.once('close', () => {
      signal.removeEventListener('abort', abort);
      if (isSecret) stderr.write('\n');
      if (signal.aborted) reject(signal.reason);
      else resolve(answer);
    });
    const abort = () => reader.close();
    signal.addEventListener('abort', abort);
  });
}
