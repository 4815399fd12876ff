import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type InlineConfig } from 'tsdown';
import { publishedManifest } from './published-manifest.ts';
import { keepSourcesInPackage } from './source-paths.ts';
import { type Manifest, readOffer } from './subpaths.ts';
import { noteBundledPackages, THIRD_PARTY, thirdPartyLicences } from './third-party.ts';

/** What a person finds in the package beside what is built and the licences of others. */
const DOCUMENTS = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE'];

/** What a copy of openapi-fetch must say. */
const NOTICE = '/*! Holds openapi-fetch: MIT License, Copyright (c) 2023 Drew Powers */';

/**
 * Builds the package into a folder of its own, whole: what `npm pack` makes of it is what is published.
 *
 * @throws Error where a module does not build, or package.json offers what is not there.
 */
export async function buildPackage(project: string, out: string): Promise<void> {
  const manifest: Manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const { modules, commands, files } = readOffer(manifest);
  rmSync(out, { recursive: true, force: true });
  const { plugin, folders } = noteBundledPackages();
  const settingsOf = (entry: ReadonlyMap<string, string>) => ({
    ...settings(project, out, entry),
    plugins: [plugin],
  });
  await build({ ...settingsOf(modules), format: 'esm' });
  await build(withOpenapiFetch({ ...settingsOf(modules), format: 'cjs' }));
  if (commands.size > 0) await build(asCommands({ ...settingsOf(commands), format: 'esm' }));
  keepSourcesInPackage({ project, out });
  for (const [name, source] of files) copyFileSync(resolve(project, source), join(out, name));
  for (const name of DOCUMENTS) copyFileSync(join(project, name), join(out, name));
  writeFileSync(join(out, THIRD_PARTY), thirdPartyLicences(folders));
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
}

function settings(cwd: string, outDir: string, entry: ReadonlyMap<string, string>): InlineConfig {
  return {
    config: false,
    cwd,
    entry: Object.fromEntries(entry),
    outDir,
    clean: false,
    // The core runs anywhere; the modules that need Node name what they need of it.
    platform: 'neutral',
    deps: { neverBundle: [/^node:/] },
    fixedExtension: false,
    // Node 20.19 and the browsers of its years.
    target: 'es2023',
    sourcemap: true,
    dts: { sourcemap: false },
    // Names that stay from release to release; npm's cache goes by the version.
    hash: false,
    outputOptions: (options) => ({ ...options, chunkFileNames: inFolder('chunks', options.chunkFileNames) }),
    checks: { legacyCjs: false, pluginTimings: false },
    logLevel: 'warn',
    failOnWarn: true,
    report: false,
  };
}

/**
 * The CommonJS form holds openapi-fetch instead of requiring it: the function of its CommonJS form is in `default`, and a bundler takes,
 * by Node's rule for a project of ECMAScript modules, the whole of it for the default.
 */
function withOpenapiFetch(config: InlineConfig): InlineConfig {
  return {
    ...config,
    // Its declarations are right as they are.
    deps: {
      ...config.deps,
      alwaysBundle: (id, importer) => id === 'openapi-fetch' && !importer?.endsWith('.d.ts'),
    },
    outputOptions: (options) => ({
      ...options,
      chunkFileNames: inFolder('chunks', options.chunkFileNames),
      // Else a subpath that holds the bundler's own functions exports them.
      codeSplitting: { groups: [{ name: 'runtime', test: /rolldown.runtime/ }] },
      banner: ({ moduleIds }) =>
        moduleIds.some((id) => id.endsWith('/openapi-fetch/dist/index.mjs')) ? NOTICE : '',
    }),
  };
}

/**
 * The commands share nothing with the modules: they are for Node, and hold the libraries that read their arguments and lock the file
 * of their tokens. The second is an optional peer of the modules, which whoever runs `npx weiban` does not have.
 */
function asCommands(config: InlineConfig): InlineConfig {
  return {
    ...config,
    platform: 'node',
    deps: { ...config.deps, alwaysBundle: ['proper-lockfile'] },
    dts: false,
    outputOptions: (options) => ({ ...options, chunkFileNames: inFolder('command', options.chunkFileNames) }),
  };
}

/** What several modules of a build share lies in a folder of its own, and so does what is loaded on demand. */
function inFolder<Chunk>(
  folder: string,
  given: string | ((chunk: Chunk) => string) | undefined,
): string | ((chunk: Chunk) => string) {
  if (typeof given === 'function') return (chunk) => `${folder}/${given(chunk)}`;
  return `${folder}/${given ?? '[name].js'}`;
}
