import { type Context, type Flags, textOf } from '../context.ts';

/** How an answer is printed. */
export type Format = 'json' | 'jsonl' | 'table';

/** The format asked for; else a table for a person, and JSON where another program reads. */
export function formatOf({ stdout }: Context, flags: Flags): Format {
  const asked = textOf(flags, 'output');
  if (asked === 'json' || asked === 'jsonl' || asked === 'table') return asked;
  return stdout.isTTY ? 'table' : 'json';
}
