import { drawsOf } from './digest.ts';
import { KINDS } from './kinds.ts';

/** Gives values pseudonyms of the same kind: the same one for the same value, whatever field, file or run it is in. */
export interface Pseudonyms {
  /** Empty texts and zeros stay as they are. */
  ofText(text: string): string;
  /** The digits are replaced as those of a text are, so that a number and its digits as text stay alike; 0 stays. */
  ofNumber(value: number | bigint): number | bigint;
  /** Whether a text, or the digits of a number, has been given as a pseudonym. */
  isGiven(text: string): boolean;
}

/** Pseudonyms by a secret key; without the key nobody can tell what they stand for. */
export function createPseudonyms(key: Uint8Array): Pseudonyms {
  const given = new Set<string>();
  const ofText = (text: string): string => {
    const pseudonym = /^[\s0]*$/.test(text) ? text : anotherOfItsKind(key, text);
    given.add(pseudonym);
    return pseudonym;
  };
  const ofNumber = (value: number | bigint): number | bigint => {
    const [, sign = '', whole = '', fraction = '', power = ''] =
      /^(-?)(\d+)(?:\.(\d+))?(e.*)?$/.exec(String(value)) ?? [];
    const decimals = fraction === '' ? '' : `.${ofText(fraction).slice(0, -1)}${1 + lastDigit(fraction)}`;
    // So many digits leave room for a fraction in a double.
    const digits = ofText(whole).slice(0, fraction === '' ? undefined : 12);
    // Another first digit must not make a number that is nearly too large infinite, or one that is nearly 0 nothing.
    const text = `${sign}${digits}${decimals}${power.replace(/\d{3}$/, '300')}`;
    const pseudonym = typeof value === 'bigint' ? BigInt(text) : Number(text);
    given.add(String(pseudonym));
    return pseudonym;
  };
  /** Never 0 when 1 is added, so that a fraction stays one, and stays as long. */
  const lastDigit = (fraction: string) => drawsOf(key, `last:${fraction}`, 0).below(9);
  return { ofText, ofNumber, isGiven: (text) => given.has(text) };
}

/** A short text could be drawn as its own pseudonym; then it is drawn again. */
function anotherOfItsKind(key: Uint8Array, text: string): string {
  const kind = KINDS.find(({ pattern }) => pattern.test(text));
  let pseudonym = text;
  for (let round = 0; pseudonym === text && round < 64; round++) {
    pseudonym = kind?.make(drawsOf(key, text, round), text) ?? '';
  }
  return pseudonym;
}
