import { readFileSync } from 'node:fs';
import type { Change, Left } from './change.ts';
import { type Editable, EditError, editable, editYaml } from './yaml-edit.ts';

/** The files that changes made, and the changes that could not be made. */
export interface Made {
  readonly files: ReadonlyMap<string, Editable>;
  readonly left: readonly Left[];
}

/** Makes changes in memory, one after another; one of which an edit is refused is not made at all. */
export function makeChanges(changes: readonly Change[]): Made {
  const files = new Map<string, Editable>();
  const left: Left[] = [];
  for (const { key, edits } of changes) {
    const edited = new Map<string, Editable>();
    try {
      for (const { path, edit } of edits) {
        const before = edited.get(path) ?? files.get(path) ?? editable(readFileSync(path, 'utf8'));
        edited.set(path, editYaml(before, edit));
      }
      for (const [path, after] of edited) files.set(path, after);
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      left.push({ key, because: error.message });
    }
  }
  return { files, left };
}
