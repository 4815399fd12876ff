import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Figure, median } from './support/figures.ts';

const RUNS = 15;

/** Measures importing the package and creating the first client, in a fresh process. */
export async function importTime(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-import-'));
  try {
    // The package as one file, without its only dependency.
    const outfile = join(process.cwd(), 'node_modules/.cache/weiban-openapi-import.mjs');
    await build({
      entryPoints: ['src/index.ts'],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      outfile,
      external: ['openapi-fetch'],
    });
    const script = join(folder, 'run.mjs');
    writeFileSync(
      script,
      `const a = performance.now(); const { createWeiban } = await import(${JSON.stringify(outfile)}); const b = performance.now();` +
        `createWeiban({ corpId: 'c', secret: 's' }); console.log(JSON.stringify([b - a, performance.now() - b]));`,
    );
    const runs = Array.from({ length: RUNS }, (): number[] =>
      JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })),
    );
    const section = 'start';
    return [
      {
        section,
        name: "import 'weiban-openapi'",
        value: median(runs.map(([time = 0]) => time)),
        unit: 'ms',
        budget: 30,
      },
      {
        section,
        name: 'the first createWeiban()',
        value: median(runs.map(([, time = 0]) => time)),
        unit: 'ms',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
