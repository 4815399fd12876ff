import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { COMPILER_OPTIONS } from '../support/compiler-options.ts';
import { runMeasured } from '../support/measured-run.ts';
import type { SampleCall } from './calls.ts';
import type { Task, Tool } from './tools.ts';

/** Measures type-checking a consumer that makes the calls. `errors` counts type errors, `called` the operations called. */
export async function typeCost(
  task: Task,
  tool: Tool,
  calls: readonly SampleCall[],
): Promise<{ instantiations: number; seconds: number; errors: number; called: number }> {
  const { head, calls: lines } = tool.consumer(task, calls);
  const file = `consumer-${tool.output}.ts`;
  writeFileSync(
    join(task.folder, file),
    `${head}\n${lines.map((line) => `await ${line};\n`).join('')}export {};\n`,
  );
  const project = join(task.folder, `tsconfig-${tool.output}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: [file] }));
  const tsc = join(task.folder, 'node_modules/typescript/bin/tsc');
  const { output } = await runMeasured([tsc, '-p', project, '--extendedDiagnostics', '--pretty', 'false']);
  const number = (label: string) => {
    const found = new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(output)?.[1];
    if (found === undefined) throw new Error(`the compiler printed no ${label}: ${output.slice(0, 300)}`);
    return Number(found);
  };
  return {
    instantiations: number('Instantiations'),
    seconds: number('Check time'),
    errors: output.match(/error TS\d+/g)?.length ?? 0,
    called: lines.length,
  };
}

/** Returns the size of a bundle that makes the calls, in bytes, minified and gzipped. */
export async function bundleSize(task: Task, tool: Tool, calls: readonly SampleCall[]): Promise<number> {
  const { head, calls: lines } = (tool.bundled ?? tool.consumer)(task, calls);
  const { outputFiles } = await build({
    stdin: {
      contents: `${head}\nexport const run = () => [\n${lines.map((line) => `() => ${line},\n`).join('')}];`,
      resolveDir: task.folder,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    plugins: [generatedIn(task, tool)],
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

/** Resolves this package's imports of `generated/` to the files that were generated for the comparison. */
function generatedIn({ folder }: Task, { output }: Tool): Plugin {
  return {
    name: 'generated-for-comparison',
    setup: ({ onResolve }) => {
      onResolve({ filter: /\/generated\// }, ({ path }) => {
        const file = join(folder, output, path.replace(/^.*\/generated\//, ''));
        return existsSync(file) ? { path: file, sideEffects: false } : undefined;
      });
    },
  };
}
