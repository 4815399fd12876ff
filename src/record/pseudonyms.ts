import { drawsOf } from './digest.ts';
import { KINDS } from './kinds.ts';

/** Gives values pseudonyms of the same kind. A value has the same pseudonym in every field, file and run. */
export interface Pseudonyms {
  /** Empty texts and zeros stay as they are. */
  ofText(text: string): string;
  /** Replaces the digits as in a text, so that a number and the text of its digits stay equal. 0 stays as it is. */
  ofNumber(value: number | bigint): number | bigint;
  /** Whether a text, or the digits of a number, has been given as a pseudonym. */
  isGiven(text: string): boolean;
}

/** Creates pseudonyms from a secret key. Without the key nobody can find out what they stand for. */
export function createPseudonyms(key: Uint8Array): Pseudonyms {
  const given = new Set<string>();
  const ofText = (text: string): string => {
    const pseudonym = /^[\s0]*$/.test(text) ? text : anotherOfItsKind(key, text);
    given.add(pseudonym);
    return pseudonym;
  };
  const ofNumber = (value: number | bigint): number | bigint => {
    const [, sign = '', integer = '', fraction = '', power = ''] =
      /^(-?)(\d+)(?:\.(\d+))?(e.*)?$/.exec(String(value)) ?? [];
    const decimals = fraction === '' ? '' : `.${ofText(fraction).slice(0, -1)}${1 + lastDigit(fraction)}`;
    // Twelve digits leave room for a fraction in a double.
    const digits = ofText(integer).slice(0, fraction === '' ? undefined : 12);
    // Another first digit must not turn a very large number into infinity, or a very small one into 0.
    const text = `${sign}${digits}${decimals}${power.replace(/\d{3}$/, '300')}`;
    const pseudonym = typeof value === 'bigint' ? BigInt(text) : Number(text);
    given.add(String(pseudonym));
    return pseudonym;
  };
  /** Never 0 after 1 is added, so that a fraction stays a fraction of the same length. */
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
