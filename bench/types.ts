/**
 * `npm run bench:types`: measures how much it costs TypeScript to check a call of every operation, on each supported version.
 * The figure is instantiations for each operation, beyond those of a file that imports the types and calls nothing.
 * The types of `weiban-openapi/zh` are generated for this and measured in the same way; they must cost the same.
 * Exits with 1 if a figure exceeds its budget (ARCHITECTURE.md, "Budgets"), or if the languages differ.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runGenerate } from '../scripts/generate/index.ts';
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

/** Not a temporary folder, so that `generate` knows what it wrote. */
const CHINESE = 'node_modules/.cache/bench-types-zh';
const LANGUAGES = [
  ['en', 'generated'],
  ['zh', CHINESE],
] as const;

const { operations } = buildModel(assemble(loadSpec('spec')));
const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.bench-types-'));
let isWrong = false;
try {
  mkdirSync(folder, { recursive: true });
  await generateInChinese();
  console.log(`${operations.length} distinct operations`);
  for (const [version, compiler] of COMPILERS) {
    if (!existsSync(join('node_modules', compiler, 'bin', 'tsc'))) {
      console.log(
        `TypeScript ${version}: not installed (npm install --no-save ${compiler}@npm:typescript@${version})`,
      );
      continue;
    }
    const [english = [], chinese = []] = LANGUAGES.map((language) =>
      measureCases(version, compiler, language),
    );
    const isSame = english.length === chinese.length && english.every((count, n) => count === chinese[n]);
    isWrong ||= !isSame;
    console.log(
      `TypeScript ${version}: instantiations ${english.join(', ')} in English and ${chinese.join(', ')} in Chinese: ${isSame ? 'the same' : 'NOT THE SAME'}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isWrong ? 1 : 0;

async function generateInChinese(): Promise<void> {
  const args = ['--lang', 'zh', '--only', 'client,errors', '--out', CHINESE];
  const code = await runGenerate(args, { print: () => undefined, complain: console.error, env: process.env });
  if (code !== 0) throw new Error(`generate ${args.join(' ')} ended with ${code}`);
}

/** The instantiations of a file without calls, and of each case. */
function measureCases(
  version: string,
  compiler: string,
  [language, types]: (typeof LANGUAGES)[number],
): number[] {
  const base = measure(compiler, `base-${language}`, types, []).instantiations;
  const cases = CASES.map(({ name, budget, call }) => {
    const lines = operations.map((operation) => {
      const { namespace, member } = operation;
      return call(namespace === undefined ? member : `${namespace}.${member}`, operation);
    });
    const file = `${name.replace(/\W+/g, '-')}-${language}`;
    const { instantiations, seconds } = measure(compiler, file, types, lines);
    const cost = (instantiations - base) / operations.length;
    isWrong ||= !(cost <= budget);
    console.log(
      `TypeScript ${version}, ${language}, ${name}: ${cost.toFixed(1)} instantiations each (budget ${budget}), check ${seconds} s`,
    );
    return instantiations;
  });
  return [base, ...cases];
}

/** Type-checks a consumer of the types in a folder that consists of the given lines. */
function measure(compiler: string, name: string, types: string, lines: readonly string[]) {
  const file = join(folder, `${compiler}-${name}.ts`);
  const client = relative(folder, join(process.cwd(), types, 'client.ts'));
  const head = `import type { Methods } from '${client}';\ndeclare const weiban: Methods;\ndeclare function use(code: number): void;\nvoid weiban;\nvoid use;\n`;
  writeFileSync(file, `${head}${lines.join('\n')}\n`);
  const tsc = join('node_modules', compiler, 'bin', 'tsc');
  const project = join(folder, `${compiler}-${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions: OPTIONS, files: [file] }));
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  const number = (label: string) => Number(new RegExp(`${label}:\\s+([\\d.]+)`).exec(stdout)?.[1]);
  if (status !== 0)
    throw new Error(
      `the consumer does not compile on ${compiler}:\n${stdout.split('\n').slice(0, 5).join('\n')}`,
    );
  return { instantiations: number('Instantiations'), seconds: number('Check time') };
}
