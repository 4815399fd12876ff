/**
 * `npm run bench:types`: measures how much it costs TypeScript to check a call of every operation, on each supported version.
 * The figure is instantiations for each operation, beyond those of a file that imports the types and calls nothing.
 * Exits with 1 if a figure exceeds its budget (ARCHITECTURE.md, "Budgets").
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../scripts/spec/assemble.ts';
import { loadSpec } from '../scripts/spec/load.ts';
import { buildModel, type Operation } from '../scripts/spec/model.ts';

const COMPILERS = [
  ['5.9', 'typescript'],
  ['6.0', 'typescript-6'],
  ['7.0', 'typescript-7'],
] as const;
const CASES = [
  { name: 'plain calls', budget: 10, call: (member: string) => `await weiban.${member}({} as never);` },
  {
    name: 'with .result() and .is()',
    budget: 40,
    call: (member: string, { errors }: Operation) => {
      const name = errors[0]?.name ?? 'AccessTokenInvalid';
      return `{ const o = await weiban.${member}({} as never).result(); if (!o.ok && o.error.is('${name}')) use(o.error.code); }`;
    },
  },
] as const;

const OPTIONS = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  module: 'nodenext',
  target: 'es2023',
  allowImportingTsExtensions: true,
};

const { operations } = buildModel(assemble(loadSpec('spec')));
const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.bench-types-'));
let isOver = false;
try {
  mkdirSync(folder, { recursive: true });
  console.log(`${operations.length} distinct operations`);
  for (const [version, compiler] of COMPILERS) {
    const base = measure(compiler, 'base', []);
    if (base === undefined) {
      console.log(
        `TypeScript ${version}: not installed (npm install --no-save ${compiler}@npm:typescript@${version})`,
      );
      continue;
    }
    for (const { name, budget, call } of CASES) {
      const lines = operations.map((operation) => {
        const { namespace, member } = operation;
        return call(namespace === undefined ? member : `${namespace}.${member}`, operation);
      });
      const measured = measure(compiler, name.replace(/\W+/g, '-'), lines);
      const cost = ((measured?.instantiations ?? Number.NaN) - base.instantiations) / operations.length;
      isOver ||= !(cost <= budget);
      console.log(
        `TypeScript ${version}, ${name}: ${cost.toFixed(1)} instantiations each (budget ${budget}), check ${measured?.seconds} s`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isOver ? 1 : 0;

/** Type-checks a consumer that consists of the given lines; undefined if the compiler is not installed. */
function measure(compiler: string, name: string, lines: readonly string[]) {
  const file = join(folder, `${compiler}-${name}.ts`);
  const head = `import type { Methods } from '../../generated/client.ts';\ndeclare const weiban: Methods;\ndeclare function use(code: number): void;\nvoid weiban;\nvoid use;\n`;
  writeFileSync(file, `${head}${lines.join('\n')}\n`);
  const tsc = join('node_modules', compiler, 'bin', 'tsc');
  const project = join(folder, `${compiler}-${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions: OPTIONS, files: [file] }));
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  const number = (label: string) => Number(new RegExp(`${label}:\\s+([\\d.]+)`).exec(stdout)?.[1]);
  if (!existsSync(tsc)) return undefined;
  if (status !== 0)
    throw new Error(
      `the consumer does not compile on ${compiler}:\n${stdout.split('\n').slice(0, 5).join('\n')}`,
    );
  return { instantiations: number('Instantiations'), seconds: number('Check time') };
}
