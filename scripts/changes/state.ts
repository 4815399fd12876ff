import { execFileSync } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import { SpecError } from '../kit/diagnostic.ts';
import { createTemporaryFolder, removeFolder } from '../kit/temporary-folder.ts';
import { assemble } from '../spec/assemble.ts';
import { loadSpec } from '../spec/load.ts';
import { buildModel } from '../spec/model.ts';
import { type Surface, surfaceOf } from './surface.ts';

const MOST_BYTES = 256 * 2 ** 20;

/** Returns the surface of the specification in the working tree. */
export function stateOfTree(spec: string): Surface {
  return surfaceOf(buildModel(assemble(loadSpec(spec))));
}

/**
 * Returns the surface of the specification at a git revision.
 * @throws SpecError if git does not know the revision, or it has no valid specification.
 */
export function stateAt(ref: string, spec: string): Surface {
  const folder = createTemporaryFolder('weiban-changes');
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, {
        cwd: resolve(spec),
        maxBuffer: MOST_BYTES,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    const top = String(git('rev-parse', '--show-toplevel')).trim();
    const path = relative(top, resolve(spec));
    // git reads everything after `--end-of-options` as a revision, even if it begins with a dash.
    const commit = String(git('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`)).trim();
    const archive = execFileSync('git', ['archive', commit, path || '.'], {
      cwd: top,
      maxBuffer: MOST_BYTES,
    });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    return stateOfTree(join(folder, path));
  } catch (error) {
    if (error instanceof SpecError) throw error;
    const [said = ''] = String(Object(error).stderr || error)
      .trim()
      .split('\n')
      .reverse();
    throw new SpecError([
      {
        code: 'git-state',
        message: `the specification at ${JSON.stringify(ref)} cannot be read: ${said}`,
        fix: 'name a commit, tag or branch that git log knows and that contains the specification',
      },
    ]);
  } finally {
    removeFolder(folder);
  }
}
