import type { Context } from '../../evidence/compare/context.ts';
import type { Operation } from '../../evidence/compare/operations.ts';
import { isObject } from '../../spec/openapi.ts';
import { type ChangedPage, editAt, type FileEdit, stepsTo } from './change.ts';

/**
 * Returns the edits that add a page's new errors to its operation and remove the errors that the page no
 * longer lists. A new row gets the name of an error with the same code and text. If there is none, a person
 * has to name the error, and `check` reports it.
 */
export function followErrors(
  { errorSource }: Context,
  { located }: Operation,
  { before, now }: ChangedPage,
): FileEdit[] {
  const named = Array.isArray(located.value['x-errors']) ? located.value['x-errors'].map(String) : [];
  const entries = Object.entries(isObject(errorSource?.value) ? errorSource.value : {}).flatMap(
    ([name, entry]) => (isObject(entry) ? [{ name, ...entry } as ErrorEntry] : []),
  );
  const known = new Set((before.errors ?? []).map(({ code }) => code));
  const added = (now.errors ?? [])
    .filter(({ code }) => !known.has(code))
    .flatMap(({ code, zh }) => {
      const found = entries.find((entry) => entry.code === code && bare(entry.zh) === bare(zh));
      return found === undefined || found.global !== undefined || named.includes(found.name)
        ? []
        : [found.name];
    });
  const listed = new Set((now.errors ?? []).map(({ code }) => code));
  const gone = new Set<unknown>([...known].filter((code) => !listed.has(code)));
  const removed = entries
    .filter(({ code, global }) => global === undefined && gone.has(code))
    .map(({ name }) => name)
    .filter((name) => named.includes(name));
  const at = stepsTo(located, 'x-errors');
  const [first, ...more] = added;
  const isNew = named.length === 0 && first !== undefined;
  return [
    ...(isNew ? [editAt(located, { op: 'set', at, value: [first], after: 'x-limit' })] : []),
    ...(isNew ? more : added).map((value) => editAt(located, { op: 'include', at, value })),
    ...removed.map((name) => editAt(located, { op: 'remove', at: [...at, { name }] })),
  ];
}

interface ErrorEntry {
  readonly name: string;
  readonly code?: unknown;
  readonly zh?: unknown;
  readonly global?: unknown;
}

function bare(text: unknown): string {
  return String(text).replaceAll(/[\s。，,.!！]/g, '');
}
