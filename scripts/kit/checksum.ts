import { fingerprint } from './fingerprint.ts';

/** A text behind its checksum and a space, for a file that nobody reviews: damage to either is noticed on reading. */
export function addChecksum(text: string): string {
  return `${checksumOf(text)} ${text}`;
}

/** The text that `addChecksum` was given, or undefined where a single bit differs. */
export function verifyChecksum(checked: string): string | undefined {
  const end = checked.indexOf(' ');
  const text = checked.slice(end + 1);
  return checked.slice(0, end) === checksumOf(text) ? text : undefined;
}

function checksumOf(text: string): string {
  return fingerprint([['', text]]);
}
