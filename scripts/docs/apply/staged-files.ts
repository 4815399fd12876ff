import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import type { Context } from '../../evidence/compare/context.ts';
import { listYaml, type SpecFiles } from '../../spec/load.ts';
import { parseSource, readSource } from '../../spec/source.ts';
import type { Editable } from './yaml-edit.ts';

/**
 * Returns the files of a specification with some texts replaced or added, by absolute path, so that the
 * result can be checked before anything is written. A file that did not change, or was parsed when it was
 * edited, is not parsed again.
 */
export function stagedFiles(
  { spec, facts }: Context,
  texts: ReadonlyMap<string, string>,
  edited: ReadonlyMap<string, Editable>,
): SpecFiles {
  const parsed = [...spec.sources.values(), ...facts.map(({ source }) => source)];
  const known = new Map(parsed.map((source) => [source.path, source]));
  return {
    read: (path, name) => {
      const text = texts.get(path);
      const source = known.get(path);
      if (source && (text ?? source.text) === source.text) return source;
      return text === undefined ? readSource(path, name) : parseSource(text, path, name, edited.get(path));
    },
    exists: (path) => texts.has(path) || existsSync(path),
    list: (folder) => {
      const added = [...texts.keys()].filter(
        (path) => path.startsWith(folder + sep) && /\.ya?ml$/.test(path),
      );
      return [...new Set([...listYaml(folder), ...added])].sort();
    },
  };
}
