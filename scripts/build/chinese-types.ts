import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { build, type InlineConfig } from 'tsdown';
import { withTemporaryFolder } from '../kit/temporary-folder.ts';

/** The modules of the package whose declarations have no texts of the specification, by the entry that exports them. */
const SHARED = [
  [/^src\/index\.ts$/, 'index'],
  [/^src\/(operations|errors)\.ts$/, '$1'],
  [/^generated\/(call-types|operations)\.ts$/, 'index'],
] as const;

/**
 * Writes the declarations of `zh`, `zh/operations`, …: the specification's texts in Chinese, and every other type imported
 * from the English entries, so that both have the same. Their code is that of the English entries.
 *
 * @param sources the source of each declaration, by its name in the package
 * @param settings the settings of the package's build
 * @throws Error if the specification has mistakes, or a declaration does not build.
 */
export async function buildChineseTypes(
  project: string,
  sources: ReadonlyMap<string, string>,
  settings: InlineConfig,
): Promise<void> {
  await withTemporaryFolder('weiban-zh', async (temporary) => {
    const folder = realpathSync(temporary);
    // The sources import `../generated/…`, which is Chinese here.
    mkdirSync(join(folder, 'src'));
    for (const source of sources.values()) copyFileSync(join(project, source), join(folder, source));
    generateInChinese(project, join(folder, 'generated'));
    const entry = Object.fromEntries([...sources].map(([name, source]) => [name, join(folder, source)]));
    for (const module of ['', 'c'] as const)
      await build({ ...settings, ...declarationsOnly(project, folder, module), entry });
  });
}

function generateInChinese(project: string, out: string): void {
  const generate = join(project, 'scripts/generate.ts');
  const args = ['--import', 'tsx', generate, '--lang', 'zh', '--only', 'client,errors', '--out', out];
  execFileSync(process.execPath, args, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  // Each English entry exports these types too; through this line an entry would export all of `index`.
  const client = join(out, 'client.ts');
  writeFileSync(
    client,
    readFileSync(client, 'utf8').replace(/^export type \* from '\.\/call-types\.ts';$/m, ''),
  );
}

/** Settings for declarations of ES modules, or of CommonJS, which import one another in one folder. */
function declarationsOnly(project: string, folder: string, module: '' | 'c'): InlineConfig {
  return {
    format: 'esm',
    // Their comments name sources by this folder.
    cwd: folder,
    tsconfig: join(project, 'tsconfig.json'),
    dts: { sourcemap: false, emitDtsOnly: true },
    sourcemap: false,
    outExtensions: () => ({ js: `.${module}js`, dts: `.d.${module}ts` }),
    outputOptions: (options) => ({ ...options, chunkFileNames: `zh/[name].${module}ts` }),
    plugins: [
      {
        name: 'shared-types',
        resolveId(source, importer) {
          const entry = importer === undefined ? undefined : sharedEntry(folder, source, importer);
          return entry === undefined ? undefined : { id: `../${entry}.${module}js`, external: true };
        },
      },
    ],
  };
}

/** The English entry that has the declarations of an imported module; undefined for a module in Chinese. */
function sharedEntry(folder: string, source: string, importer: string): string | undefined {
  const name = relative(folder, resolve(dirname(importer), source))
    .split(sep)
    .join('/');
  const [pattern, entry] = SHARED.find(([shared]) => shared.test(name)) ?? [];
  return pattern === undefined || entry === undefined ? undefined : name.replace(pattern, entry);
}
