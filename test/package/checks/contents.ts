import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import type { PackageCheck } from '../run-check.ts';

/**
 * The maximum size of the tarball, in bytes. A larger one contains something that nobody uses. The Chinese declarations (`zh/`)
 * take 0.3 MB of it, the OpenAPI 3.0 documents and the error codes 0.3 MB, the collections for Postman 0.13 MB
 * (docs/adr/0034-collections-in-the-package.md).
 */
const MOST_BYTES = 3_800_000;
const DOCUMENTS = [
  ...['package.json', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md'],
  ...['LICENSE', 'THIRD-PARTY-LICENSES.txt'],
  ...['skills/weiban/SKILL.md', 'skills/weiban/SKILL.en.md'],
];
const BUILT = /^((chunks|command|zh)\/)?[A-Za-z0-9_-]+\.(js|cjs|js\.map|cjs\.map|d\.ts|d\.cts)$/;

/** The tarball contains only the files that its exports lead to and the usual documents. */
export const contents: PackageCheck = {
  name: 'contents',
  async run({ files, size, project }) {
    const read = (name: string) => readFileSync(join(project, 'dist', name), 'utf8');
    const problems = [
      ...problemsOfManifest(JSON.parse(read('package.json'))),
      ...DOCUMENTS.filter((name) => !files.includes(name)).map((name) => `${name} is not in the tarball`),
      ...unusedFiles(files, read).map((file) => `${file}: no export leads to it`),
      ...(size > MOST_BYTES ? [`${size} bytes packed are more than ${MOST_BYTES}`] : []),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `${files.length} files, all of them used; ${(size / 1000).toFixed(0)} kB packed`;
  },
};

/** The problems of a published package.json: scripts that would run at its install, and missing fields. */
export function problemsOfManifest(manifest: Readonly<Record<string, unknown>>): string[] {
  const dependencies = Object.keys(Object(manifest.dependencies));
  return [
    ...('scripts' in manifest ? ['package.json: a published package has no scripts'] : []),
    ...('private' in manifest ? ['package.json: private keeps npm from publishing it'] : []),
    ...('devDependencies' in manifest ? ['package.json: devDependencies are useless to a consumer'] : []),
    ...(manifest.sideEffects === false ? [] : ['package.json: sideEffects must be false']),
    ...(dependencies.join() === 'openapi-fetch'
      ? []
      : [
          `package.json: the only dependency must be openapi-fetch, not ${dependencies.join(', ') || 'none'}`,
        ]),
  ];
}

/** The files of a package that are named neither in its package.json nor in a file that it leads to. */
export function unusedFiles(files: readonly string[], read: (name: string) => string): string[] {
  const used = new Set<string>(DOCUMENTS);
  const manifest = JSON.parse(read('package.json'));
  const open = stringsOf([manifest.exports, manifest.bin, manifest.main, manifest.types]).map((path) =>
    path.replace('./', ''),
  );
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (used.has(file) || !files.includes(file)) continue;
    used.add(file);
    if (BUILT.test(file) && !file.endsWith('.map')) open.push(...namedIn(file, read(file)));
  }
  return files.filter((file) => !used.has(file));
}

/** The files that a built module names: its imports and its source map. */
function namedIn(file: string, text: string): string[] {
  const imported = [...text.matchAll(/["'](\.\.?\/[^"']+)["']/g)].map(([, path = '']) => {
    const name = join(dirname(file), path);
    // A declaration imports a module, whose declaration is next to it.
    return /\.d\.c?ts$/.test(file) ? name.replace(/\.(c?)js$/, '.d.$1ts') : name;
  });
  return text.includes('sourceMappingURL=') ? [...imported, `${file}.map`] : imported;
}

function stringsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(stringsOf);
}
