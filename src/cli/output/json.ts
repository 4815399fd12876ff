import { printable } from './printable.ts';

/** A value as JSON over several lines; what could act on a terminal stands as an escape, which is the same JSON. */
export function jsonText(value: unknown): string {
  return `${printable(JSON.stringify(value, null, 2))}\n`;
}

/** A value as JSON on one line. */
export function jsonLine(value: unknown): string {
  return `${printable(JSON.stringify(value))}\n`;
}
