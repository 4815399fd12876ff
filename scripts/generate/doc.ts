import { commentText } from './text.ts';

/** A doc comment for ts-morph. */
export function doc(text: string): { description: string } {
  const safe = commentText(text.trim());
  return { description: safe.includes('\n') ? `\n${safe}` : safe };
}
