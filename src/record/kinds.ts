import type { Draws } from './digest.ts';

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const HEX = '0123456789abcdef';
/** The heavenly stems and earthly branches: a reader sees that they are nobody's name. */
const STEMS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

/** From 2020 until the end of 2024, in seconds. */
const FIRST_SECOND = 1_577_836_800;
const SECONDS = 157_852_800;

/** A kind of text: its pattern, and how to make another text of the kind from random draws. */
export interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  readonly make: (draws: Draws, text: string) => string;
}

/**
 * The kinds; the first match counts. The kind depends on the text and never on its field, so that the same
 * value has the same pseudonym everywhere.
 */
export const KINDS: readonly Kind[] = [
  {
    name: 'url',
    pattern: /^([a-z][a-z0-9+.-]*:)?\/\/\S/i,
    make: (draws) => `https://example.com/${draws.chars(HEX, 16)}`,
  },
  {
    name: 'email',
    pattern: /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/,
    make: (draws) => `user-${draws.chars(LOWER, 8)}@example.com`,
  },
  {
    name: 'mobile',
    pattern: /^(\+?86[- ]?)?1[3-9]\d{9}$/,
    make: (draws, text) => `${text.slice(0, -11)}130${draws.chars(DIGITS, 8)}`,
  },
  { name: 'seconds', pattern: /^1\d{9}$/, make: (draws) => String(FIRST_SECOND + draws.below(SECONDS)) },
  {
    name: 'milliseconds',
    pattern: /^1\d{12}$/,
    make: (draws) => `${FIRST_SECOND + draws.below(SECONDS)}${draws.chars(DIGITS, 3)}`,
  },
  { name: 'digits', pattern: /^\d+$/, make: makeDigits },
  {
    name: 'date',
    pattern: /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/,
    make: makeDate,
  },
  { name: 'clock', pattern: /^\d{1,2}:\d{2}(:\d{2})?$/, make: (draws, text) => makeTime(draws, text) },
  {
    name: 'figures',
    pattern: /^[\d\s+().:/,;%-]+$/,
    make: (draws, text) => text.replace(/\d/g, () => draws.chars(DIGITS, 1)),
  },
  { name: 'hex', pattern: /^[0-9a-f-]{16,}$/, make: makeToken(HEX, HEX) },
  { name: 'token', pattern: /^[\w+/=.~-]+$/, make: makeToken(LOWER, DIGITS) },
  { name: 'name', pattern: /^[\p{Script=Han}·]{1,4}$/u, make: (draws) => `某${draws.chars(STEMS, 3)}` },
  {
    name: 'chinese',
    pattern: /\p{Script=Han}/u,
    make: (draws, text) => `某${draws.chars(STEMS, lengthClass(text) - 1)}`,
  },
  {
    name: 'text',
    pattern: /^/,
    make: (draws, text) =>
      draws.chars(`${LOWER}${LOWER}      `, lengthClass(text)).replace(/^ | $|(?<= ) /g, 'x'),
  },
];

/** The length of a free text's pseudonym. The text's own length would reveal something about it. */
function lengthClass(text: string): number {
  return [4, 16, 48].find((length) => text.length <= length) ?? 120;
}

/** Keeps the number of digits. A number that a double can hold stays one, and a number beyond 2^53 stays beyond it. */
function makeDigits(draws: Draws, text: string): string {
  if (/^0*$/.test(text)) return text;
  if (text.length === 16 && Number(text) > Number.MAX_SAFE_INTEGER) return `91${draws.chars(DIGITS, 14)}`;
  const first = text.startsWith('0') ? '0' : draws.chars(text.length === 16 ? '12345678' : '123456789', 1);
  return first + draws.chars(DIGITS, text.length - 1);
}

/** A random date in the format of the text, with a day that every month has. */
function makeDate(draws: Draws, text: string): string {
  const [, year = '', between = '', month = '', day = '', rest = ''] =
    /^(\d{4})([-/.])(\d+)[-/.](\d+)(.*)/s.exec(text) ?? [];
  const [, gap = '', time = '', zone = ''] = /^([T ]?)([\d:.]*)(.*)/s.exec(rest) ?? [];
  const parts = [
    String(2020 + draws.below(5)).padStart(year.length, '0'),
    twoDigits(1 + draws.below(12), month),
    twoDigits(1 + draws.below(28), day),
  ];
  return `${parts.join(between)}${gap}${time === '' ? '' : makeTime(draws, time)}${zone}`;
}

function makeTime(draws: Draws, text: string): string {
  const [clock = '', fraction] = text.split('.');
  const limits = [24, 60, 60];
  const parts = clock.split(':').map((part, index) => twoDigits(draws.below(limits[index] ?? 60), part));
  return parts.join(':') + (fraction === undefined ? '' : `.${draws.chars(DIGITS, fraction.length)}`);
}

function twoDigits(value: number, like: string): string {
  return String(value).padStart(like.length, '0');
}

const TOKEN_LENGTH = 128;

/** Replaces letters by letters, in the same case, and digits by digits. Keeps the prefix of WeCom's ids. */
function makeToken(letters: string, digits: string): Kind['make'] {
  return (draws, text) => {
    const prefix = /^w[a-z](?=[\w-]{22,}$)/.exec(text)?.[0] ?? '';
    const rest = text.slice(prefix.length, TOKEN_LENGTH);
    return (
      prefix +
      rest.replace(/[A-Za-z]|\d/g, (char) => {
        if (/\d/.test(char)) return draws.chars(digits, 1);
        const letter = draws.chars(letters, 1);
        return /[A-Z]/.test(char) ? letter.toUpperCase() : letter;
      })
    );
  };
}
