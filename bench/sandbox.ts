import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type Figure, median } from './support/figures.ts';

const RUNS = 7;

/** The figures of one fresh process, in milliseconds. */
interface Run {
  readonly started: number;
  readonly answered: number;
  readonly call: number;
}

/** Measures a sandbox in a fresh process: the time from import to the first answer, and the cost of a call. */
export async function sandbox(): Promise<Figure[]> {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'weiban-sandbox-'));
  try {
    const outfile = join(folder, 'sandbox.mjs');
    await build({
      entryPoints: ['src/sandbox/index.ts'],
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2023',
      outfile,
    });
    const script = join(folder, 'run.mjs');
    writeFileSync(script, runText(outfile));
    const runs = Array.from(
      { length: RUNS },
      (): Run => JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })),
    );
    const section = 'sandbox';
    const of = (name: keyof Run) => median(runs.map((run) => run[name]));
    return [
      { section, name: 'import and start, until it listens', value: of('started'), unit: 'ms', budget: 300 },
      { section, name: 'import, start, token and first answer', value: of('answered'), unit: 'ms' },
      { section, name: 'a call over HTTP, one after the other', value: of('call'), unit: 'ms' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runText(module: string): string {
  return `
    const begun = performance.now();
    const { startSandbox } = await import(${JSON.stringify(module)});
    const sandbox = await startSandbox({ limits: false });
    const started = performance.now() - begun;
    const post = { method: 'POST', body: JSON.stringify({ corp_id: sandbox.corpId, secret: sandbox.secret }) };
    const { access_token } = await (await fetch(sandbox.url + '/open-api/access_token/get', post)).json();
    const call = async () => (await fetch(sandbox.url + '/open-api/tag/list?limit=20&access_token=' + access_token)).json();
    await call();
    const answered = performance.now() - begun;
    const calls = performance.now();
    for (let count = 0; count < 200; count++) await call();
    console.log(JSON.stringify({ started, answered, call: (performance.now() - calls) / 200 }));
    await sandbox.close();`;
}
