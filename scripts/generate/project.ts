import { IndentationText, Project } from 'ts-morph';

/** A ts-morph project in memory, without the standard library: it writes source text and checks nothing. */
export function createProject(): Project {
  return new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
}
