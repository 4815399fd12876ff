import { join } from 'node:path';
import { installProject } from '../install-project.ts';
import type { CheckContext, PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';

/** The compilers that consumers use, by the names under which this project has them. */
const COMPILERS = [
  ['5.9', 'typescript'],
  ['6.0', 'typescript-6'],
  ['7.0', 'typescript-7'],
] as const;
/** Ways to resolve a module, and what is compiled: a bundler's has no CommonJS. */
const RESOLUTIONS = [
  ['node16', ['esm.mjs', 'cjs.cjs']],
  ['nodenext', ['esm.mjs', 'cjs.cjs']],
  ['bundler', ['esm.mjs']],
] as const;

/** The same sources compiled and run with each compiler and resolution; declarations of libraries are checked too. */
export const typeChecks: readonly PackageCheck[] = COMPILERS.flatMap(([version, compiler]) =>
  RESOLUTIONS.map(([resolution, built]) => ({
    name: `typescript-${version}-${resolution}`,
    run: (context) => compileAndRun(context, { version, compiler, resolution, built }),
  })),
);

async function compileAndRun(
  context: CheckContext,
  how: { version: string; compiler: string; resolution: string; built: readonly string[] },
): Promise<string> {
  const folder = await installProject(context, 'typescript');
  const out = `out/${how.version}-${how.resolution}`;
  const tsc = join(context.project, 'node_modules', how.compiler, 'bin/tsc');
  const args = [tsc, '-p', `tsconfig.${how.resolution}.json`, '--outDir', out];
  await runProgram(process.execPath, args, { cwd: folder });
  const modules = how.built.map((name) => `./${out}/${name}`);
  const { env } = context.api;
  return lastLine(await runProgram(process.execPath, ['run.mjs', ...modules], { cwd: folder, env }));
}
