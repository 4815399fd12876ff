import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import type { Figure } from './support/figures.ts';

/** Measures bundles (esbuild, gzip) against the budgets in ARCHITECTURE.md, and lists what they consist of. */
export async function size(): Promise<Figure[]> {
  const one = await bundle(functionForm(['opportunityOne']));
  const ids = [
    'opportunityOne',
    'opportunityList',
    'staffGet',
    'tagAdd',
    'tagDelete',
    'workorderDetail',
    'leadsReceive',
    'ltcOrderOne',
    'groupChatDetail',
    'externalUserGet',
    'departmentList',
  ];
  const eleven = await bundle(functionForm(ids));
  const lists = await bundle(functionForm(['externalUserList'], 'items'));
  const nested = await bundle(
    `import { createWeiban } from './src/index.ts'; export const run = () => createWeiban();`,
  );
  const section = 'size, gzip';
  return [
    {
      section,
      name: 'function form, one operation',
      value: one.size / 1000,
      unit: 'kB',
      budget: 12,
      note: one.parts,
    },
    { section, name: 'each further operation', value: (eleven.size - one.size) / 10, unit: 'B', budget: 68 },
    { section, name: 'function form, one list with items()', value: lists.size / 1000, unit: 'kB' },
    {
      section,
      name: 'nested client with weiban.http',
      value: nested.size / 1000,
      unit: 'kB',
      budget: 23.5,
      note: nested.parts,
    },
  ];
}

function functionForm(ids: readonly string[], extra = ''): string {
  const calls = ids.map((id) => (extra ? `${extra}(${id}, caller, {})` : `${id}(caller, {})`));
  const names = ['createCaller', ...ids, extra].filter(Boolean).join(', ');
  return `import { ${names} } from './src/operations.ts'; const caller = createCaller(); export const run = () => [${calls}];`;
}

/**
 * Bundles twice, as code that is installed is: once when the package is built and once by the consumer. What only the
 * specifications of other vendors need is behind constants, and esbuild drops a function after its last call has gone only
 * in the next round.
 */
async function bundle(contents: string): Promise<{ size: number; parts: string }> {
  const options = { bundle: true, format: 'esm', target: 'es2022', write: false, metafile: true } as const;
  const resolveDir = process.cwd();
  const { outputFiles: built, metafile } = await build({
    ...options,
    stdin: { contents, resolveDir, loader: 'ts' },
    minifySyntax: true,
  });
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: built[0]?.text ?? '', resolveDir, loader: 'js' },
    minify: true,
  });
  const [file] = outputFiles;
  return { size: gzipSync(file?.contents ?? '', { level: 9 }).length, parts: partsOf(metafile) };
}

/** Minified kB by folder. */
function partsOf({ outputs }: Metafile): string {
  const [output] = Object.values(outputs);
  const folders = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const folder = path.includes('openapi-fetch')
      ? 'openapi-fetch'
      : path.split('/').slice(0, -1).join('/') || 'entry';
    folders.set(folder, (folders.get(folder) ?? 0) + bytesInOutput);
  }
  const largest = [...folders].sort(([, a], [, b]) => b - a).filter(([, bytes]) => bytes > 200);
  return `minified: ${largest.map(([folder, bytes]) => `${folder} ${(bytes / 1000).toFixed(1)}`).join(', ')} kB`;
}
