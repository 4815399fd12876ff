import type { Compared } from '../../evidence/compare/compared.ts';
import type { Located } from '../../evidence/compare/located.ts';
import type { FactPage } from '../../evidence/facts/facts.ts';
import type { KeyPath } from '../../spec/source.ts';
import type { Step } from './yaml-place.ts';
import type { Edit } from './yaml-splice.ts';

/** One edit of one file of the specification. */
export interface FileEdit {
  /** Absolute path. */
  readonly path: string;
  readonly edit: Edit;
}

/**
 * The edits that follow from one difference between a page and the specification. All of them are made, or
 * none.
 */
export interface Change {
  /** Identifies the difference; see {@link keyOfCompared}. */
  readonly key: string;
  readonly edits: readonly FileEdit[];
}

/** A difference that a person has to decide, and why. */
export interface Undecided {
  readonly key: string;
  readonly because: string;
}

/** A page that changed: its old and its new facts. */
export interface ChangedPage {
  readonly before: FactPage;
  readonly now: FactPage;
}

/** Returns the key that identifies a comparison: its method and URL, field and aspect. */
export function keyOfCompared(compared: Pick<Compared, 'url' | 'method' | 'where' | 'aspect'>): string {
  const { method = '', url, where, aspect } = compared;
  return `${method} ${url} ${where}: ${aspect}`;
}

/**
 * Returns the steps to a place in a file. Parameters are addressed by name, because an edit of the list moves
 * their indexes.
 */
export function stepsTo(located: Located, ...keysBelow: readonly string[]): Step[] {
  return [...namedSteps(located.source.value, located.keys), ...keysBelow];
}

/** Returns an edit of the file that contains a place. */
export function editAt(located: Located, edit: Edit): FileEdit {
  return { path: located.source.path, edit };
}

function namedSteps(root: unknown, keys: KeyPath): Step[] {
  let value = root;
  return keys.map((key) => {
    const item: unknown = Array.isArray(value)
      ? value[Number(key)]
      : (value as Readonly<Record<string, unknown>> | undefined)?.[key];
    const name = Array.isArray(value) ? (item as { name?: unknown } | undefined)?.name : undefined;
    value = item;
    return typeof name === 'string' ? { name } : key;
  });
}
