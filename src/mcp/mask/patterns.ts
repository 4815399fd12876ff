import type { MaskKind } from './fields.ts';

/** The first words of pseudonyms. `text` stands for a text that only looks like a pseudonym. */
const WORDS = 'phone|openid|unionid|email|name|text';
/** A pseudonym: a word and at least six digits, such as `phone_482913`. */
const PSEUDONYM = `(?:${WORDS})_[0-9]{6,}`;

/** A digit, also a full-width one. */
const D = '[0-9０-９]';
/** Up to two separators between groups of digits, also invisible ones and those of a URL. */
const S = '(?:[\\s.()（）·‐-―－\\u00ad\\u200b-\\u200d\\u2060\\ufeff+-]|%2[089D]){0,2}';
/** The end of an escaped character: its last letters and digits do not belong to what follows. */
const ESCAPE = '(?<=%[0-9A-Fa-f]{2}|\\\\u[0-9A-Fa-f]{4})';
/** No digit stands before, except the country code of China. */
const START = `(?:(?<!${D})|${ESCAPE}|(?<=(?:(?<!${D})|${ESCAPE})(?:00)?86))`;
const END = `(?!${D})`;

/** What follows the first two digits, in the usual groups. */
const GROUPS = [
  `${D}${S}${D}{4}${S}${D}{4}`,
  `${D}{2}${S}${D}{4}${S}${D}{3}`,
  `${D}${S}${D}{3}${S}${D}{5}`,
  `${D}{3}${S}${D}{6}`,
].join('|');
const MOBILE = `[1１][3-9３-９](?:${GROUPS})`;
const LANDLINE = `[(（]?0(?:10|2${D}|[3-9]${D}{2})${S}${D}{3,4}${S}${D}{4}`;
/** The number of a mobile phone in China has its own pseudonym, without the country code. */
const ABROAD = `(?:\\+|%2B)(?!86${S}1[3-9])[1-9](?:${S}${D}){6,14}`;

/**
 * Patterns anywhere in a text, bounded so that each takes linear time. A pattern that is followed by a digit does not match:
 * a pseudonym ends with digits.
 */
const PATTERNS: Readonly<Record<Exclude<MaskKind, 'name' | 'unionid'>, string>> = {
  email: '[A-Za-z0-9._%+-]{1,64}(?:@|＠|%40)[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+',
  // Unionids have the same form. A snake-case word has neither a digit nor a capital letter.
  openid:
    `(?:(?<![A-Za-z0-9])|${ESCAPE}|(?<=\\\\[bfnrt]))o(?=[a-z_-]*[A-Z0-9])` +
    '[A-Za-z0-9_-]{26,29}(?![A-Za-z0-9_-])',
  phone: `${ABROAD}${END}|${START}(?:${MOBILE}|${LANDLINE})${END}`,
};

/** The pattern of pseudonyms, global. */
export function pseudonymPattern(): RegExp {
  return new RegExp(PSEUDONYM, 'g');
}

/** The pattern of texts that are replaced: a named group for each kind, and `text` for what looks like a pseudonym. */
export function personalPattern(kinds: ReadonlySet<MaskKind>): RegExp {
  const id = kinds.has('openid') ? 'openid' : 'unionid';
  const wanted: (readonly [MaskKind, string])[] = [
    ['email', PATTERNS.email],
    [id, PATTERNS.openid],
    ['phone', PATTERNS.phone],
  ];
  const groups = wanted
    .filter(([kind]) => kinds.has(kind))
    .map(([kind, pattern]) => `(?<${kind}>${pattern})`);
  return new RegExp([`(?<text>${PSEUDONYM})`, ...groups].join('|'), 'g');
}

/** Whether the digits of a JSON number are those of a mobile phone. */
export function isMobileNumber(digits: string): boolean {
  return /^(?:86)?1[3-9]\d{9}$/.test(digits);
}

/** Whether nothing but separators and the country code is left of a text beside pseudonyms. */
export function isOnlyPseudonyms(masked: string): boolean {
  return !/[\p{L}\p{N}]/u.test(masked.replace(pseudonymPattern(), '').replace(/\+?(?:00)?86/g, ''));
}
