import { installProject } from '../install-project.ts';
import type { CheckContext, PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';

/** Projects of Node: each installs the tarball, runs its own `start`, and says in its last line what it saw. */
const PROJECTS = ['node-esm', 'node-cjs', 'subpaths', 'tree-shaking', 'nest'];

export const projectChecks: readonly PackageCheck[] = PROJECTS.map((name) => ({
  name,
  run: async (context) => startProject(context, name),
}));

async function startProject(context: CheckContext, name: string): Promise<string> {
  const folder = await installProject(context, name);
  const before = context.api.calls();
  const printed = await runProgram('npm', ['start', '--silent'], { cwd: folder, env: context.api.env });
  const calls = context.api.calls() - before;
  return calls > 0 ? `${lastLine(printed)}; ${calls} calls` : lastLine(printed);
}
