/** A text without its escapes. */
export interface Decoded {
  readonly text: string;
  /** The place in the text with escapes, for a place in the decoded one. */
  sourceOf(at: number): number;
}

// Percent (also encoded again and again), \u, \x and the other escapes of JSON, and HTML entities. Every count
// is bounded or leads nowhere else, so that no text makes matching slow.
const ESCAPE =
  /(?:%(?:25)*|\\x)([\da-f]{2})|[%\\]u([\da-f]{4})|&#x([\da-f]{1,8});|&#(\d{1,8});|&([a-z]{2,6});|\\([\s\S])/gi;
// What usual libraries escape in HTML.
const ENTITIES = ' amp& lt< gt> quot" apos\' plus+ equals= sol/ lowbar_ period. colon: num# percnt%';

/**
 * Decodes one layer of escapes; undefined if the text has none. Bytes above 127 become characters of the same
 * number, because the text does not say what they are.
 */
export function decode(text: string): Decoded | undefined {
  // After each escape: its end in the decoded text, and how far everything from there is shifted.
  const ends: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const decoded = text.replace(ESCAPE, (whole, ...groups) => {
    const char = characterOf(groups) ?? whole;
    if (char === whole) return whole;
    // The groups are followed by the offset and the text.
    ends.push(groups[6] - shift + char.length);
    shift += whole.length - char.length;
    shifts.push(shift);
    return char;
  });
  if (shift === 0) return undefined;
  return {
    text: decoded,
    sourceOf(at) {
      let [low, high] = [0, ends.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (Number(ends[middle]) <= at) low = middle + 1;
        else high = middle;
      }
      return at + (shifts[low - 1] ?? 0);
    },
  };
}

function characterOf([byte, unit, hex, decimal, name, plain]: string[]): string | undefined {
  if (plain) return '\b\f\n\r\t'['bfnrt'.indexOf(plain)] ?? plain;
  if (name) {
    const at = ENTITIES.indexOf(` ${name.toLowerCase()}`);
    const char = ENTITIES.charAt(at + name.length + 1);
    return at < 0 || /[a-z]/.test(char) ? undefined : char;
  }
  const code = Number(decimal ?? `0x${byte ?? unit ?? hex}`);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
