import { type Context, type Flags, textOf } from '../context.ts';

/** The output format of an answer or of rows. */
export type Format = 'json' | 'jsonl' | 'table';

/** The format of `--output`. Default: a table on a terminal, otherwise JSON. */
export function formatOf({ stdout }: Pick<Context, 'stdout'>, flags: Flags): Format {
  const asked = textOf(flags, 'output');
  if (asked === 'json' || asked === 'jsonl' || asked === 'table') return asked;
  return stdout.isTTY ? 'table' : 'json';
}
