import { codeOf, type Manifest, readOffer } from './subpaths.ts';
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

/** The folder of skills, which agents load from a copy. */
export const SKILLS = 'skills';

/**
 * Returns the package.json of the published package. It has no scripts or development settings, and its `exports` point to
 * the built files. Types come first in each condition, because TypeScript takes the first match.
 *
 * @throws Error if a row of `exports` is malformed.
 */
export function publishedManifest(manifest: Manifest): Record<string, unknown> {
  const { modules, chinese, commands, files } = readOffer(manifest);
  const kept = KEPT.filter((field) => field in manifest).map((field) => [field, manifest[field]]);
  return {
    ...Object.fromEntries(kept),
    // For tools that do not support `exports`.
    main: './index.cjs',
    module: './index.js',
    types: './index.d.ts',
    exports: Object.fromEntries([
      ...[...modules.keys()].map((name) => [name === 'index' ? '.' : `./${name}`, conditions(name)]),
      ...[...chinese.keys()].map((name) => [
        `./${name.replace('/index', '')}`,
        conditions(name, codeOf(name)),
      ]),
      ...[...files.keys()].map((name) => [`./${name}`, `./${name}`]),
      ['./package.json', './package.json'],
    ]),
    ...(commands.size > 0 && {
      bin: Object.fromEntries(Object.keys(manifest.bin ?? {}).map((name) => [name, `./${name}-command.js`])),
    }),
    // npm adds README.md and LICENSE automatically, and nothing else.
    files: [
      ...['*.js', '*.cjs', '*.d.ts', '*.d.cts', '*.map', 'chunks', 'command'],
      ...(chinese.size > 0 ? ['zh'] : []),
      ...files.keys(),
      ...['README.*.md', 'CHANGELOG.md', SKILLS, THIRD_PARTY],
    ],
    publishConfig: { access: 'public', provenance: true },
  };
}

/** The conditions of a subpath, by the names of its declarations and of its code. */
function conditions(types: string, code = types): object {
  return {
    import: { types: `./${types}.d.ts`, default: `./${code}.js` },
    require: { types: `./${types}.d.cts`, default: `./${code}.cjs` },
  };
}
