import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installFromRegistry, installProject } from '../install-project.ts';
import { type CheckContext, MissingProgram, type PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';
import { startProject } from './projects.ts';

/** The other releases of Node, in addition to the one that runs this program. */
const RELEASES = ['22', '24'] as const;
/** The projects of the smoke test. They cover both forms of the package, the command, and every subpath. */
const PROJECTS = ['node-esm', 'node-cjs', 'subpaths'] as const;

/** The package's smoke test on other releases of Node. */
export const nodeVersionChecks: readonly PackageCheck[] = RELEASES.map((release) => ({
  name: `node-${release}`,
  async run(context) {
    const node = await installNode(context, release);
    const path = [dirname(node), process.env.PATH ?? ''].join(delimiter);
    const version = lastLine(
      await runProgram('node', ['--version'], { cwd: context.work, env: { PATH: path } }),
    );
    if (!version.startsWith(`v${release}.`)) throw new Error(`${node} is ${version}, not Node ${release}`);
    const before = context.api.calls();
    for (const name of PROJECTS)
      await startProject(context, await installProject(context, name, `node-${release}/${name}`), path);
    return `${version}: ${PROJECTS.join(', ')}; ${context.api.calls() - before} calls`;
  },
}));

/**
 * Installs the newest Node of a release into a separate folder. Resolves to the path of its program.
 *
 * @throws MissingProgram if npm has none for this machine.
 */
async function installNode({ work }: CheckContext, release: string): Promise<string> {
  const folder = join(work, `node-${release}`, 'program');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const name = packageOfNode(process.platform, process.arch);
  await installFromRegistry(folder, [`${name}@${release}`]).catch((error: Error) => {
    // npm reports these codes for a package or version that the registry does not have.
    if (/\bE404\b|\bETARGET\b/.test(error.message)) throw new MissingProgram(`npm has no ${name}@${release}`);
    throw error;
  });
  return join(folder, 'node_modules', name, 'bin', 'node');
}

/** The package with Node's program for a platform: the npm package `node` would install it by a script. */
export function packageOfNode(platform: NodeJS.Platform, processor: string): string {
  const isAppleSilicon = platform === 'darwin' && processor === 'arm64';
  return `${isAppleSilicon ? 'node-bin' : 'node'}-${platform === 'win32' ? 'win' : platform}-${processor}`;
}
