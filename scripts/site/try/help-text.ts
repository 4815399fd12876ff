import type { TryArgument } from './try-data.ts';
import type { Words } from './words.ts';

/** What an argument takes beyond its description: its form, its limits, its default. */
export function helpText(argument: TryArgument, words: Words): string {
  const { control, limits, fallback } = argument;
  return [
    control === 'lines' || control === 'numbers' ? words.oneALine : '',
    control === 'json' ? words.json : '',
    control === 'seconds' || control === 'milliseconds' ? words.localTime : '',
    ...Object.entries(limits).map(([keyword, value]) => words.limits[keyword]?.(value) ?? ''),
    fallback === undefined ? '' : words.fallback(plain(fallback)),
  ]
    .filter((part) => part !== '')
    .join(words.between);
}

/** An example to show in an empty control; empty if there is none, or if it would not fit. */
export function placeholderOf({ example }: TryArgument, words: Words): string {
  const text = example === undefined ? '' : plain(example);
  return text === '' || text.length > 60 ? '' : words.example(text);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
