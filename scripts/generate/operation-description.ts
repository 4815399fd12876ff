import type { Model, Operation } from '../spec/model.ts';
import { say } from './words.ts';

/** What an operation does, and the errors that it documents, as Markdown; undefined if nothing says it. */
export function operationDescription(
  { language, errors: entries }: Model,
  { object, errors }: Operation,
): string | undefined {
  const rows = errors.map(({ name, code }) =>
    say(language, 'documentError', { code, name, text: entries[name]?.[language] ?? '' }),
  );
  const list = rows.length === 0 ? [] : [[say(language, 'errors'), ...rows].join('\n')];
  const text = [object.description ?? object.summary ?? [], ...list].flat().join('\n\n');
  return text === '' ? undefined : text;
}
