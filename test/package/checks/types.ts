import { join } from 'node:path';
import { installProject } from '../install-project.ts';
import type { CheckContext, PackageCheck } from '../run-check.ts';
import { lastLine, runProgram } from '../run-program.ts';

/** The compilers that consumers use, with their names in this project. */
const COMPILERS = [
  ['5.9', 'typescript'],
  ['6.0', 'typescript-6'],
  ['7.0', 'typescript-7'],
] as const;
/** Module resolutions and the sources to compile. The resolution of bundlers has no CommonJS. */
const RESOLUTIONS = [
  ['node16', ['esm.mjs', 'cjs.cjs']],
  ['nodenext', ['esm.mjs', 'cjs.cjs']],
  ['bundler', ['esm.mjs']],
] as const;

/** Compiles and runs the same sources with each compiler and resolution. Also checks declarations of libraries. */
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
