import { pseudonymPattern } from './patterns.ts';
import type { Personal } from './pseudonyms.ts';

/** What the functions of this file need of a masker. */
interface Known {
  readonly find: (pseudonym: string) => Personal | undefined;
  /** Masks a text by its form, and keeps the pseudonyms in it. */
  readonly maskText: (text: string) => string;
}

/**
 * The first pseudonym in a value that would run together with the text beside it: a digit before a phone number makes another
 * number of it, which no mask knows, so that an error or a preview that quotes it would give the phone number away.
 */
export function runTogether(value: unknown, known: Known): string | undefined {
  for (const text of textsIn(value)) {
    const [first] = text.match(pseudonymPattern()) ?? [];
    if (first !== undefined && first !== text && !isMaskedAgain(text, known)) return first;
  }
  return undefined;
}

/** Whether a text whose pseudonyms are taken back is masked as it was. Only values that have a form of their own are. */
function isMaskedAgain(text: string, { find, maskText }: Known): boolean {
  const replaced = (choose: (value: string, masked: string) => string) =>
    text.replace(pseudonymPattern(), (pseudonym) => {
      const value = String(find(pseudonym) ?? pseudonym);
      const masked = maskText(value);
      return masked !== value && masked.replace(pseudonymPattern(), '') === ''
        ? choose(value, masked)
        : pseudonym;
    });
  return maskText(replaced((value) => value)) === maskText(replaced((_, masked) => masked));
}

/**
 * A masked text without the values that the pseudonyms in arguments stand for. An error may quote a name or an id of a
 * form that only its field tells.
 */
export function hidden(text: string, args: unknown, { find }: Pick<Known, 'find'>): string {
  const pseudonyms = textsIn(args).flatMap((given) => given.match(pseudonymPattern()) ?? []);
  const values = [...new Set(pseudonyms)]
    .map((pseudonym): [value: string, pseudonym: string] => [String(find(pseudonym) ?? ''), pseudonym])
    .filter(([value]) => value.length > 1)
    .sort(([a], [b]) => b.length - a.length);
  return values.reduce(
    (shown, [value, pseudonym]) =>
      // Digits of pseudonyms are no values.
      shown.replace(
        new RegExp(`${pseudonymPattern().source}|${value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`, 'g'),
        (found) => (found === value ? pseudonym : found),
      ),
    text,
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return [...names, ...Object.values(value).flatMap(textsIn)];
}
