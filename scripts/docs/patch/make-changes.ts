import { readFileSync } from 'node:fs';
import type { Change, Left } from './change.ts';
import { EditError, editYaml } from './yaml-edit.ts';

/** The texts of the files that changes made, and the changes that could not be made. */
export interface Made {
  readonly files: ReadonlyMap<string, string>;
  readonly left: readonly Left[];
}

/** Makes changes in memory, one after another; one of which an edit is refused is not made at all. */
export function makeChanges(changes: readonly Change[]): Made {
  const files = new Map<string, string>();
  const left: Left[] = [];
  for (const { key, edits } of changes) {
    const texts = new Map<string, string>();
    try {
      for (const { path, edit } of edits) {
        const text = texts.get(path) ?? files.get(path) ?? readFileSync(path, 'utf8');
        texts.set(path, editYaml(text, edit));
      }
      for (const [path, text] of texts) files.set(path, text);
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      left.push({ key, because: error.message });
    }
  }
  return { files, left };
}
