import { installProject } from '../install-project.ts';
import type { CheckContext, PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';

/** Projects for Node. Each installs the tarball and runs its `start` script, whose last line is a summary. */
const PROJECTS = ['node-esm', 'node-cjs', 'subpaths', 'tree-shaking', 'nest'];

export const projectChecks: readonly PackageCheck[] = PROJECTS.map((name) => ({
  name,
  run: async (context) => {
    const before = context.api.calls();
    const line = await startProject(context, await installProject(context, name));
    const calls = context.api.calls() - before;
    return calls > 0 ? `${line}; ${calls} calls` : line;
  },
}));

/** Runs a project's `start` script. Resolves to its last line. `path` replaces the environment variable PATH. */
export async function startProject({ api }: CheckContext, folder: string, path?: string): Promise<string> {
  const env = { ...api.env, ...(path === undefined ? {} : { PATH: path }) };
  return lastLine(await runProgram('npm', ['start', '--silent'], { cwd: folder, env }));
}
