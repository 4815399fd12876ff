import { readFileSync } from 'node:fs';
import type { Change, Undecided } from './change.ts';
import { type Editable, editable, editYaml } from './yaml-edit.ts';
import { type Edit, EditError } from './yaml-splice.ts';

/** The files after the changes, and the changes that were refused. */
export interface AppliedChanges {
  readonly files: ReadonlyMap<string, Editable>;
  readonly refused: readonly Undecided[];
}

/** Applies changes in memory, one after another. If an edit of a change is refused, the whole change is. */
export function applyChanges(changes: readonly Change[]): AppliedChanges {
  try {
    return { files: editFiles(changes, new Map()), refused: [] };
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    return applyOneByOne(changes);
  }
}

function applyOneByOne(changes: readonly Change[]): AppliedChanges {
  let files: ReadonlyMap<string, Editable> = new Map();
  const refused: Undecided[] = [];
  for (const change of changes) {
    try {
      files = editFiles([change], files);
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      refused.push({ key: change.key, because: error.message });
    }
  }
  return { files, refused };
}

/**
 * Returns the files with the changes applied. All edits of a file are made together, so that it is parsed as
 * rarely as possible.
 */
function editFiles(
  changes: readonly Change[],
  files: ReadonlyMap<string, Editable>,
): ReadonlyMap<string, Editable> {
  const edits = new Map<string, Edit[]>();
  for (const { path, edit } of changes.flatMap((change) => change.edits))
    edits.set(path, [...(edits.get(path) ?? []), edit]);
  const edited = new Map(files);
  for (const [path, ownEdits] of edits)
    edited.set(path, editYaml(files.get(path) ?? editable(readFileSync(path, 'utf8')), ownEdits));
  return edited;
}
