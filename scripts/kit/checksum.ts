import { fingerprint } from './fingerprint.ts';

/** Puts a checksum and a space before a text, for files that nobody reviews: reading them detects damage to either. */
export function addChecksum(text: string): string {
  return `${checksumOf(text)} ${text}`;
}

/** Returns the text that was given to `addChecksum`, or undefined if even a single bit differs. */
export function verifyChecksum(checked: string): string | undefined {
  const end = checked.indexOf(' ');
  const text = checked.slice(end + 1);
  return checked.slice(0, end) === checksumOf(text) ? text : undefined;
}

function checksumOf(text: string): string {
  return fingerprint([['', text]]);
}
