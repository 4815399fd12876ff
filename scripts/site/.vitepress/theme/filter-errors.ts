import type { ListedError } from '../../view/error-view.ts';

/** The errors that have every word of a filter in their code, their name or a text of either language. */
export function filterErrors(errors: readonly ListedError[], filter: string): readonly ListedError[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return errors;
  return errors.filter(({ code, name, text, advice, other }) => {
    const all = `${code} ${name} ${text} ${advice} ${other}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
