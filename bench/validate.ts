import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { validators } from '../generated/validators/index.ts';
import { additionsIn } from '../src/validate/additions.ts';
import { examine } from '../src/validate/examine.ts';
import { planOf } from '../src/validate/field-plan.ts';
import { type Figure, median } from './support/figures.ts';
import { zodCheck } from './support/zod.ts';

const ID = 'externalUserUpdateList';
const ROWS = 30;
const NONE: ReadonlySet<unknown> = new Set();

/** Measures validating a list of 30 customers against the specification, step by step, and the same with zod 4. */
export async function validate(): Promise<Figure[]> {
  const validator = await validators[ID]();
  const { check, version } = await zodCheck();
  const text = answerText();
  const answer = JSON.parse(text);
  // Both must accept the answer and refuse a wrong one, or their times mean nothing.
  const wrong = { ...answer, external_user_list: [...answer.external_user_list.slice(1), { id: 7 }] };
  for (const isValid of [validator, check])
    assert.deepEqual([isValid(answer), isValid(wrong)], [true, false]);
  assert.deepEqual(examine(ID, validator, text).departures, []);

  const section = `validation, ${ROWS} rows, ${(text.length / 1000).toFixed(1)} kB`;
  const figure = (name: string, work: () => unknown, budget?: number): Figure => ({
    section,
    name,
    value: microseconds(work),
    unit: 'µs',
    ...(budget !== undefined && { budget }),
  });
  return [
    figure('the generated validator', () => validator(answer), 2),
    figure('… collecting new fields and values', () => additionsIn(planOf(validator.schema), answer, NONE)),
    figure('the full report on an answer, including parsing', () => examine(ID, validator, text)),
    figure('JSON.parse', () => JSON.parse(text)),
    figure(`zod ${version}`, () => check(answer)),
    ...(await sizes()),
  ];
}

function answerText(): string {
  const file = new URL(`../test/recordings/${ID}/documented.json`, import.meta.url);
  const { body } = JSON.parse(readFileSync(file, 'utf8')).response;
  const [row] = body.external_user_list;
  return JSON.stringify({ ...body, external_user_list: Array.from({ length: ROWS }, () => row) });
}

/** Microseconds of one run: the median of many rounds, each too short to be interrupted often on a busy machine. */
function microseconds(work: () => unknown): number {
  const runs = 100;
  const rounds = Array.from({ length: 400 }, () => {
    const begun = performance.now();
    for (let run = 0; run < runs; run++) work();
    return ((performance.now() - begun) * 1000) / runs;
  });
  // Skip the first rounds, in which V8 compiles the code.
  return median(rounds.slice(50));
}

/** Measures what validation adds to a client's bundle, and the size of a validator that is loaded on demand. */
async function sizes(): Promise<Figure[]> {
  const without = await outputs(`createCaller()`);
  const validating = await outputs(`createCaller({ validate: validateAnswers('report') })`);
  const lazy = validating.filter(({ isEntry }) => !isEntry).map(({ size }) => size);
  const entryOf = (files: typeof validating) => files.find(({ isEntry }) => isEntry)?.size ?? Number.NaN;
  const section = 'validation, size, gzip';
  const figure = (name: string, bytes: number): Figure => ({
    section,
    name,
    value: bytes / 1000,
    unit: 'kB',
  });
  return [
    figure('validateAnswers adds to a client', entryOf(validating) - entryOf(without)),
    figure('a validator, loaded when needed: median', median(lazy)),
    figure('… the largest', Math.max(...lazy)),
  ];
}

async function outputs(caller: string): Promise<{ isEntry: boolean; size: number }[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createCaller, tagList } from './src/operations.ts';
        import { validateAnswers } from './src/validate/index.ts';
        export const run = () => tagList(${caller});`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
  });
  return outputFiles.map(({ path, contents }) => ({
    isEntry: path.endsWith('/stdin.js'),
    size: gzipSync(contents, { level: 9 }).length,
  }));
}
