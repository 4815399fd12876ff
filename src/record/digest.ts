import { createHmac } from 'node:crypto';

/** An endless sequence of numbers that depends only on the key and a text. */
export interface Draws {
  /** The next number, from 0 to below `end`; `end` is at most 2^32. */
  below(end: number): number;
  /** Draws `count` characters from an alphabet. */
  chars(alphabet: string | readonly string[], count: number): string;
}

/** Returns the draws for a text. Every `round` gives different draws. */
export function drawsOf(key: Uint8Array, text: string, round: number): Draws {
  let block = Buffer.alloc(0);
  let at = 0;
  let blocks = 0;
  const below = (end: number): number => {
    if (at + 6 > block.length) {
      block = createHmac('sha256', key).update(`${round}:${blocks++}:${text}`).digest();
      at = 0;
    }
    // Six bytes for a number of at most four, so that the bias of the remainder is negligible.
    const drawn = block.readUIntBE(at, 6);
    at += 6;
    return drawn % end;
  };
  return {
    below,
    chars: (alphabet, count) =>
      Array.from({ length: count }, () => alphabet[below(alphabet.length)]).join(''),
  };
}
