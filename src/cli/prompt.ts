import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Context } from './context.ts';

/** Asks the user questions, one after another. */
export interface Prompt {
  /**
   * Asks on standard error and resolves to the typed line; undefined if the input ends or is interrupted.
   *
   * @param isSecret whether to hide the input.
   */
  ask(question: string, isSecret?: boolean): Promise<string | undefined>;
  /** Restores the terminal. */
  close(): void;
}

/** Opens one reader for all questions, because input that is typed ahead belongs to the next question. */
export function openPrompt({ stdin, stderr, signal }: Context): Prompt {
  let isMuted = true;
  const echo = new Writable({
    write: (chunk, _, done) => {
      if (!isMuted) stderr.write(String(chunk));
      done();
    },
  });
  // In terminal mode the reader switches the terminal's echo off, so that only its own output is visible.
  const reader = createInterface({ input: stdin, output: echo, terminal: stdin.isTTY === true });
  const lines: string[] = [];
  let isOver = false;
  let wake = () => {};
  reader.on('line', (line) => {
    lines.push(line);
    // Input that is typed or pasted ahead may be the answer to a question for a secret.
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
