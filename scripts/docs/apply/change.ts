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

/** What follows one difference between a page and the specification: made as a whole, or not at all. */
export interface Change {
  /** Tells which difference it follows; see {@link keyOfCompared}. */
  readonly key: string;
  readonly edits: readonly FileEdit[];
}

/** Why a difference is left to a person. */
export interface Left {
  readonly key: string;
  readonly because: string;
}

/** A page that changed: its facts as they were and as they are now. */
export interface ChangedPage {
  readonly before: FactPage;
  readonly now: FactPage;
}

/** What tells one compared place from another. */
export function keyOfCompared({ url, where, aspect }: Pick<Compared, 'url' | 'where' | 'aspect'>): string {
  return `${url} ${where}: ${aspect}`;
}

/** The way to a place in a file, parameters by their names: their numbers change with the list. */
export function stepsTo(located: Located, ...below: readonly string[]): Step[] {
  return [...namedSteps(located.source.value, located.keys), ...below];
}

/** An edit of the file that a place stands in. */
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
