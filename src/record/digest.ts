import { createHmac } from 'node:crypto';

/** An endless sequence of numbers that depends only on the key and a text. */
export interface Draws {
  /** The next number, from 0 to below `end`; `end` is at most 2^32. */
  below(end: number): number;
  /** Draws `count` characters from an alphabet. */
  chars(alphabet: string | readonly string[], count: number): string;
}

/** From this block on, a digest stands for the text: a long text once per block would take the square of the time. */
const LONG = 64;

/** Returns the draws for a text. Every `round` gives different draws. */
export function drawsOf(key: Uint8Array, text: string, round: number): Draws {
  let block = Buffer.alloc(0);
  let at = 0;
  let blocks = 0;
  let digest: string | undefined;
  const short = () => {
    digest ??= createHmac('sha256', key).update(text).digest('hex');
    return digest;
  };
  const below = (end: number): number => {
    if (at + 6 > block.length) {
      const source = blocks < LONG ? text : short();
      block = createHmac('sha256', key).update(`${round}:${blocks++}:${source}`).digest();
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
