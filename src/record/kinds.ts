import type { Draws } from './digest.ts';

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const HEX = '0123456789abcdef';
/** The heavenly stems and earthly branches: who reads them sees that they name nobody. */
const STEMS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

/** From 2020 until the end of 2024, in seconds. */
const FIRST_SECOND = 1_577_836_800;
const SECONDS = 157_852_800;

/** A kind of text: what it looks like, and how another of the kind is made of what is drawn. */
export interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  readonly make: (draws: Draws, text: string) => string;
}

/**
 * The kinds, the first that fits counts. What a text looks like decides, and never the field that it stands in: so the
 * same value is the same pseudonym everywhere.
 */
export const KINDS: readonly Kind[] = [
  {
    name: 'url',
    pattern: /^([a-z][a-z0-9+.-]*:)?\/\/\S/i,
    make: (draws) => `https://example.com/${draws.chars(HEX, 16)}`,
  },
  {
    name: 'email',
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
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

/** How long the pseudonym of a free text is: the text's own length would say something of it. */
function lengthClass(text: string): number {
  return [4, 16, 48].find((length) => text.length <= length) ?? 120;
}

/** As many digits; a number that a double holds stays one, and one that it does not hold stays too large. */
function makeDigits(draws: Draws, text: string): string {
  if (/^0*$/.test(text)) return text;
  if (text.length === 16 && Number(text) > Number.MAX_SAFE_INTEGER) return `91${draws.chars(DIGITS, 14)}`;
  const first = text.startsWith('0') ? '0' : draws.chars(text.length === 16 ? '12345678' : '123456789', 1);
  return first + draws.chars(DIGITS, text.length - 1);
}

/** A day that every month has, written as the text is. */
function makeDate(draws: Draws, text: string): string {
  const [, year = '', between = '', month = '', day = '', rest = ''] =
    /^(\d{4})([-/.])(\d+)[-/.](\d+)(.*)$/.exec(text) ?? [];
  const [, gap = '', time = '', zone = ''] = /^([T ]?)([\d:.]*)(.*)$/.exec(rest) ?? [];
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

/** Letter for letter and digit for digit, in the same case; the beginning by which WeCom tells its ids apart stays. */
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
