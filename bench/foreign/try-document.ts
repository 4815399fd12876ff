import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILER_OPTIONS } from '../support/compiler-options.ts';
import { runMeasured } from '../support/measured-run.ts';
import { type ForeignDocument, hashInput } from './documents.ts';
import type { Generator } from './generators.ts';

/** The outcome of one generator on one document. */
export interface Attempt {
  readonly document: string;
  /** The size of the document, in bytes. */
  readonly bytes: number;
  readonly generator: string;
  readonly outcome: 'compiled' | 'type errors' | 'refused' | 'crashed' | 'timed out';
  /** The reason why it did not compile, in the tool's words. */
  readonly why?: string;
  readonly typeErrors?: number;
  /** Seconds of generating, from start to end. */
  readonly seconds: number;
  /** Peak memory of generating, in MB of 10^6 bytes. */
  readonly megabytes: number;
  /** Whether a file of the document was changed. */
  readonly isChanged: boolean;
}

/** The longest time of one generator or compiler, in milliseconds. */
const PATIENCE = 300_000;

/**
 * Runs a generator on a document and compiles its output with strict TypeScript, each in a process of its own.
 * @param folder a folder below the `node_modules` of the generators' packages, for the output.
 * @param compiler the path of `tsc`.
 */
export async function tryDocument(
  document: ForeignDocument,
  generator: Generator,
  folder: string,
  compiler: string,
): Promise<Attempt> {
  const out = outputFolder(folder, generator.name, document.name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const before = hashInput(document.input);
  const run = await runMeasured(generator.generate(document.path, out), {
    timeout: PATIENCE,
    // Some write their log into the working folder.
    ...(generator.node !== undefined && { node: generator.node, cwd: folder }),
  });
  const attempt = {
    document: document.name,
    bytes: document.bytes,
    generator: generator.name,
    seconds: run.wall,
    megabytes: run.peak,
    isChanged: hashInput(document.input) !== before,
  };
  const count = countSources(out);
  if (run.status !== 0 || count === 0) {
    const isRefusal = generator.refusal?.test(run.output) ?? false;
    const outcome = run.wall * 1000 >= PATIENCE ? 'timed out' : isRefusal ? 'refused' : 'crashed';
    return { ...attempt, outcome, why: reasonIn(run.output, run.status) };
  }
  return { ...attempt, ...(await compile(out, compiler)) };
}

/** The folder of what a generator writes for a document. */
export function outputFolder(folder: string, generator: string, document: string): string {
  return join(folder, generator.replaceAll(' ', '-'), document);
}

async function compile(
  out: string,
  compiler: string,
): Promise<Pick<Attempt, 'outcome' | 'why' | 'typeErrors'>> {
  const project = join(out, 'tsconfig.json');
  writeFileSync(project, JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['**/*.ts'] }));
  const { status, output } = await runMeasured(
    ['--max-old-space-size=8000', compiler, '-p', project, '--pretty', 'false'],
    { timeout: PATIENCE },
  );
  if (status === 0) return { outcome: 'compiled' };
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line));
  return {
    outcome: 'type errors',
    typeErrors: errors.length,
    why: shortened(errors[0] ?? `the compiler ended with ${status ?? 'a time-out'}`),
  };
}

function countSources(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith('.ts')).length;
}

/** The line of a tool's output that says what went wrong. */
function reasonIn(output: string, status: number | null): string {
  const lines = output.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^(warning:|fix:|at |✨|🚀)/.test(line));
  const reason = said.find((line) => /error|cannot|fail|invalid|mistake|: /i.test(line)) ?? said[0];
  return shortened(reason ?? `it ended with ${status ?? 'a signal'} and said nothing`);
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 300;
