import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, type InlineConfig } from 'tsdown';
import { buildChineseTypes } from './chinese-types.ts';
import { keepComments } from './comment-lines.ts';
import { publishedManifest, SKILLS } from './published-manifest.ts';
import { keepSourcesInPackage } from './source-paths.ts';
import { readOffer, withoutMissingVectors } from './subpaths.ts';
import { noteBundledPackages, THIRD_PARTY, thirdPartyLicences } from './third-party.ts';

/** Documents that are copied into the package. */
const DOCUMENTS = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE'];

/** The licence notice that a copy of openapi-fetch must carry. */
const NOTICE = '/*! Holds openapi-fetch: MIT License, Copyright (c) 2023 Drew Powers */';

/**
 * Builds the complete package into its own folder. `npm pack` in that folder makes the published file.
 *
 * @throws Error if a module does not build, or package.json exports a missing file.
 */
export async function buildPackage(project: string, out: string): Promise<void> {
  const manifest = withoutMissingVectors(
    JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')),
    (source) => existsSync(join(project, source)),
  );
  const { modules, chinese, commands, files } = readOffer(manifest);
  rmSync(out, { recursive: true, force: true });
  const { plugin, folders } = noteBundledPackages();
  const settingsOf = (entry: ReadonlyMap<string, string>) => ({
    ...settings(project, out, entry),
    plugins: [plugin],
  });
  await build({ ...settingsOf(modules), format: 'esm' });
  await build(withOpenapiFetch({ ...settingsOf(modules), format: 'cjs' }));
  if (chinese.size > 0) await buildChineseTypes(project, chinese, settings(project, out, chinese));
  if (commands.size > 0) await build(asCommands({ ...settingsOf(commands), format: 'esm' }));
  keepSourcesInPackage({ project, out });
  keepComments(out);
  for (const [name, source] of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    copyFileSync(resolve(project, source), join(out, name));
  }
  for (const name of DOCUMENTS) copyFileSync(join(project, name), join(out, name));
  cpSync(join(project, SKILLS), join(out, SKILLS), { recursive: true });
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
    // The core runs anywhere. Modules that need Node import its modules by name.
    platform: 'neutral',
    deps: { neverBundle: [/^node:/] },
    fixedExtension: false,
    // Node 20.19 and browsers of that time.
    target: 'es2023',
    sourcemap: true,
    dts: { sourcemap: false },
    // File names stay the same in every release. Caches of npm packages are keyed by version.
    hash: false,
    outputOptions: (options) => ({ ...options, chunkFileNames: inFolder('chunks', options.chunkFileNames) }),
    checks: { legacyCjs: false, pluginTimings: false },
    logLevel: 'warn',
    failOnWarn: true,
    report: false,
  };
}

/**
 * Bundles openapi-fetch into the CommonJS build instead of requiring it. Its CommonJS build exports the function as `default`,
 * but in a project of ECMAScript modules, bundlers follow Node and take the whole exports object as the default import.
 */
function withOpenapiFetch(config: InlineConfig): InlineConfig {
  return {
    ...config,
    // Type declarations keep their import: they are correct.
    deps: {
      ...config.deps,
      alwaysBundle: (id, importer) => id === 'openapi-fetch' && !importer?.endsWith('.d.ts'),
    },
    outputOptions: (options) => ({
      ...options,
      chunkFileNames: inFolder('chunks', options.chunkFileNames),
      // Otherwise the bundler puts its own functions into a subpath, which then exports them.
      codeSplitting: { groups: [{ name: 'runtime', test: /rolldown.runtime/ }] },
      banner: ({ moduleIds }) =>
        moduleIds.some((id) => id.endsWith('/openapi-fetch/dist/index.mjs')) ? NOTICE : '',
    }),
  };
}

/**
 * Commands share no code with the modules. They run on Node only, and bundle the libraries that parse arguments and lock the
 * token file: the latter is an optional peer of the modules, and is not installed when a person runs `npx weiban`. They have no source
 * maps: nobody steps through them, and the maps were an eighth of the package.
 */
function asCommands(config: InlineConfig): InlineConfig {
  return {
    ...config,
    platform: 'node',
    deps: { ...config.deps, alwaysBundle: ['proper-lockfile'] },
    sourcemap: false,
    dts: false,
    outputOptions: (options) => ({ ...options, chunkFileNames: inFolder('command', options.chunkFileNames) }),
  };
}

/** Puts shared code and code that is loaded on demand into its own folder. */
function inFolder<Chunk>(
  folder: string,
  given: string | ((chunk: Chunk) => string) | undefined,
): string | ((chunk: Chunk) => string) {
  if (typeof given === 'function') return (chunk) => `${folder}/${given(chunk)}`;
  return `${folder}/${given ?? '[name].js'}`;
}
