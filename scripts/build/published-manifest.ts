import { type Manifest, readOffer } from './subpaths.ts';
import { THIRD_PARTY } from './third-party.ts';

/** Fields that describe the package, and fields that npm needs to install it. */
const KEPT = [
  'name',
  'version',
  'description',
  'keywords',
  'license',
  'author',
  'homepage',
  'bugs',
  'repository',
  'type',
  'engines',
  'sideEffects',
  'dependencies',
  'peerDependencies',
  'peerDependenciesMeta',
] as const;

/**
 * Returns the package.json of the published package. It has no scripts or development settings, and its `exports` point to
 * the built files. Types come first in each condition, because TypeScript takes the first match.
 *
 * @throws Error if a row of `exports` is malformed.
 */
export function publishedManifest(manifest: Manifest): Record<string, unknown> {
  const { modules, commands, files } = readOffer(manifest);
  const kept = KEPT.filter((field) => field in manifest).map((field) => [field, manifest[field]]);
  return {
    ...Object.fromEntries(kept),
    // For tools that do not support `exports`.
    main: './index.cjs',
    module: './index.js',
    types: './index.d.ts',
    exports: Object.fromEntries([
      ...[...modules.keys()].map((name) => [name === 'index' ? '.' : `./${name}`, conditions(name)]),
      ...[...files.keys()].map((name) => [`./${name}`, `./${name}`]),
      ['./package.json', './package.json'],
    ]),
    ...(commands.size > 0 && {
      bin: Object.fromEntries(Object.keys(manifest.bin ?? {}).map((name) => [name, `./${name}-command.js`])),
    }),
    // npm adds README.md and LICENSE automatically, and nothing else.
    files: [
      ...['*.js', '*.cjs', '*.d.ts', '*.d.cts', '*.map', 'chunks', 'command'],
      ...files.keys(),
      ...['README.*.md', 'CHANGELOG.md', THIRD_PARTY],
    ],
    publishConfig: { access: 'public', provenance: true },
  };
}

function conditions(name: string): object {
  return {
    import: { types: `./${name}.d.ts`, default: `./${name}.js` },
    require: { types: `./${name}.d.cts`, default: `./${name}.cjs` },
  };
}
