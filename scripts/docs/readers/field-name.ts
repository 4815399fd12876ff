import type { CapturedField } from './captured-field.ts';

/**
 * The name that a page means: without blanks at its ends, and in ASCII if only its letters are full-width. A
 * name in Chinese keeps its characters.
 */
export function plainName(written: string): string {
  if (/^[\x21-\x7e]*$/.test(written)) return written;
  const bare = written.replace(/[\u200b-\u200d\ufeff]/g, '').trim();
  const narrow = bare.normalize('NFKC');
  return /^[\x20-\x7e]+$/.test(narrow) ? narrow.trim() : bare;
}

/**
 * Gives fields of one object the names that the page means. Of two fields with the same name, the one that is
 * spelled correctly stays. `misspelled` lists the other spellings.
 */
export function withPlainNames<T extends CapturedField>(fields: readonly T[]): T[] {
  const known = new Map<string, T>();
  for (const field of fields) {
    const name = plainName(field.name);
    const first = known.get(name);
    if (first === undefined && name === field.name) known.set(name, field);
    else if (first === undefined) known.set(name, { ...field, name, misspelled: [field.name] });
    else if (name !== field.name) known.set(name, withSpelling(first, field.name));
    else if (first.misspelled !== undefined) known.set(name, { ...field, misspelled: [...first.misspelled] });
  }
  return [...known.values()];
}

function withSpelling<T extends CapturedField>(field: T, spelling: string): T {
  return { ...field, misspelled: [...(field.misspelled ?? []), spelling] };
}
