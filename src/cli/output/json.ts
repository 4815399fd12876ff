import { printable } from '../../base/printable.ts';

/** A value as JSON on several lines. Characters that could control a terminal are escaped, which is the same JSON. */
export function jsonText(value: unknown): string {
  return `${printable(JSON.stringify(value, null, 2))}\n`;
}

/** A value as JSON on one line. */
export function jsonLine(value: unknown): string {
  return `${printable(JSON.stringify(value))}\n`;
}
