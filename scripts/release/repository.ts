import { execFileSync } from 'node:child_process';

/** The git repository of the project. */
export interface Repository {
  /** The current branch; empty if none is checked out. */
  readonly branch: string;
  /** Uncommitted files, as `git status` names them. */
  readonly changed: readonly string[];
  /** The tag of the latest release before this commit, such as v0.1.0; undefined before the first release. */
  readonly lastTag: string | undefined;
  hasTag(name: string): boolean;
  /** Reads the files below a folder at a revision, by path. */
  filesAt(revision: string, folder: string): ReadonlyMap<string, string>;
  /** Commits some files and tags the commit. */
  commitAndTag(files: readonly string[], message: string, tag: string): void;
}

/** Reads the repository of a folder. */
export function readRepository(folder: string): Repository {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const linesOf = (...args: string[]) =>
    git(...args)
      .split('\n')
      .filter(Boolean);
  const [lastTag] = linesOf('tag', '--list', 'v*.*.*', '--merged', 'HEAD', '--sort=-v:refname');
  return {
    branch: git('branch', '--show-current').trim(),
    changed: linesOf('status', '--porcelain').map((line) => line.slice(3)),
    lastTag,
    hasTag: (name) => linesOf('tag', '--list', name).length > 0,
    filesAt: (revision, subfolder) =>
      new Map(
        linesOf('ls-tree', '-r', '--name-only', revision, '--', subfolder).map((path) => [
          path,
          git('show', `${revision}:${path}`),
        ]),
      ),
    commitAndTag(files, message, tag) {
      git('add', '--', ...files);
      git('commit', '-m', message);
      git('tag', '-a', tag, '-m', message);
    },
  };
}
