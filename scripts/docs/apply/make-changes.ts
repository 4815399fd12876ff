import { readFileSync } from 'node:fs';
import type { Change, Left } from './change.ts';
import { type Editable, editable, editYaml } from './yaml-edit.ts';
import { type Edit, EditError } from './yaml-splice.ts';

/** The files that changes made, and the changes that could not be made. */
export interface Made {
  readonly files: ReadonlyMap<string, Editable>;
  readonly left: readonly Left[];
}

/** Makes changes in memory, one after another; one of which an edit is refused is not made at all. */
export function makeChanges(changes: readonly Change[]): Made {
  try {
    return { files: editFiles(changes, new Map()), left: [] };
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    return makeOneByOne(changes);
  }
}

function makeOneByOne(changes: readonly Change[]): Made {
  let files: ReadonlyMap<string, Editable> = new Map();
  const left: Left[] = [];
  for (const change of changes) {
    try {
      files = editFiles([change], files);
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      left.push({ key: change.key, because: error.message });
    }
  }
  return { files, left };
}

/** The files with changes made in them, each file parsed as seldom as can be. */
function editFiles(
  changes: readonly Change[],
  files: ReadonlyMap<string, Editable>,
): ReadonlyMap<string, Editable> {
  const edits = new Map<string, Edit[]>();
  for (const { path, edit } of changes.flatMap((change) => change.edits))
    edits.set(path, [...(edits.get(path) ?? []), edit]);
  const edited = new Map(files);
  for (const [path, some] of edits)
    edited.set(path, editYaml(files.get(path) ?? editable(readFileSync(path, 'utf8')), some));
  return edited;
}
