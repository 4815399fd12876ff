import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Context } from './context.ts';

/** Asks a person, one question after the other. */
export interface Prompt {
  /**
   * Asks on standard error and gives the line that is typed; undefined where the input ends or is interrupted.
   *
   * @param isSecret whether what is typed stays off the screen.
   */
  ask(question: string, isSecret?: boolean): Promise<string | undefined>;
  /** Leaves the terminal as it was. */
  close(): void;
}

/** One reader for all questions, for what is typed ahead belongs to the next one. */
export function openPrompt({ stdin, stderr, signal }: Context): Prompt {
  let isMuted = true;
  const echo = new Writable({
    write: (chunk, _, done) => {
      if (!isMuted) stderr.write(String(chunk));
      done();
    },
  });
  // A terminal of the reader's own switches the terminal's echo off, so that nothing shows but what it writes.
  const reader = createInterface({ input: stdin, output: echo, terminal: stdin.isTTY === true });
  const lines: string[] = [];
  let isOver = false;
  let wake = () => {};
  reader.on('line', (line) => {
    lines.push(line);
    // What is typed or pasted ahead may answer a question for a secret.
    isMuted = true;
    wake();
  });
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => {
    isOver = true;
    wake();
  });
  const close = () => reader.close();
  signal.addEventListener('abort', close, { once: true });
  return {
    async ask(question, isSecret = false) {
      stderr.write(question);
      isMuted = isSecret;
      while (lines.length === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      isMuted = true;
      if (isSecret) stderr.write('\n');
      return lines.shift();
    },
    close() {
      signal.removeEventListener('abort', close);
      reader.close();
    },
  };
}

/** Asks one question; see {@link Prompt.ask}. */
export async function askOnce(context: Context, question: string): Promise<string | undefined> {
  const prompt = openPrompt(context);
  try {
    return await prompt.ask(question);
  } finally {
    prompt.close();
  }
}
