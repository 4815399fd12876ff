import type { Model, Operation } from '../spec/model.ts';
import type { Namespace } from './namespaces.ts';
import { say } from './words.ts';

/** The methods that a comment lists at most: an editor shows it in a small window. */
const MOST_METHODS = 60;

/**
 * The doc comment of a group of methods, such as `weiban.externalUser`: its methods by category. A group follows the
 * path and a category the documentation, so a group can have methods of several categories.
 */
export function groupDoc(model: Model, { operations }: Namespace): string {
  const shown = operations.slice(0, MOST_METHODS);
  const parts = [...byCategory(shown)].map(([name, members]) =>
    [...categoryLines(model, name), ...members.map((operation) => methodLine(model, operation))].join('\n'),
  );
  const count = operations.length - shown.length;
  return [...parts, ...(count > 0 ? [say(model.language, 'moreMethods', { count })] : [])].join('\n\n');
}

function byCategory(operations: readonly Operation[]): Map<string | undefined, Operation[]> {
  const groups = new Map<string | undefined, Operation[]>();
  for (const operation of operations) {
    const name = operation.object.tags?.[0];
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [operation]);
    else group.push(operation);
  }
  return groups;
}

/** The line about a category, and the empty line before its methods; none for operations without a category. */
function categoryLines({ document, language }: Model, name: string | undefined): string[] {
  if (name === undefined) return [];
  const tag = (document.tags ?? []).find((known) => known.name === name);
  const title = language === 'zh' && typeof tag?.['x-title'] === 'string' ? tag['x-title'] : name;
  const text = typeof tag?.description === 'string' ? tag.description.trim() : '';
  return [say(language, text === '' ? 'categoryOnly' : 'category', { name: title, text }), ''];
}

function methodLine({ language }: Model, { member, object, method, path }: Operation): string {
  const text = object.summary?.trim().split('\n')[0] ?? `${method.toUpperCase()} ${path}`;
  return say(language, 'groupMethod', { method: member, text });
}
