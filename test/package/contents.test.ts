import { expect, test } from 'vitest';
import { problemsOfManifest, unusedFiles } from './checks/contents.ts';

const package_ = JSON.stringify({
  exports: {
    '.': { import: { types: './index.d.ts', default: './index.js' } },
    './openapi.json': './openapi.json',
  },
});
const texts: Record<string, string> = {
  'package.json': package_,
  'README.md': '',
  'index.js': 'import { a } from "./chunks/a.js";\n//# sourceMappingURL=index.js.map',
  'index.js.map': '{}',
  'index.d.ts': 'import { A } from "./chunks/types.js";',
  'openapi.json': '{}',
  'chunks/a.js': 'const b = () => import("./b.js");',
  'chunks/b.js': 'import { c } from "../index.js";',
  'chunks/types.d.ts': '',
};
const read = (name: string) => texts[name] ?? '';

test('a module with a static or dynamic import is used, and so is its source map', () => {
  expect(unusedFiles(Object.keys(texts), read)).toEqual([]);
});

test.each(['chunks/c.js', 'index.test.js', '.npmrc', 'src/index.ts', 'chunks/a.js.map'])(
  '%s is unused',
  (file) => {
    expect(unusedFiles([...Object.keys(texts), file], read)).toEqual([file]);
  },
);

const good = { sideEffects: false, dependencies: { 'openapi-fetch': '1' } };
const manifests: [what: string, manifest: object, problem: RegExp][] = [
  ['an install script', { ...good, scripts: { postinstall: 'x' } }, /no scripts/],
  ['private', { ...good, private: true }, /private/],
  ['devDependencies', { ...good, devDependencies: {} }, /devDependencies/],
  ['no sideEffects', { ...good, sideEffects: undefined }, /sideEffects/],
  ['another dependency', { ...good, dependencies: { ...good.dependencies, lodash: '4' } }, /lodash/],
];

test.each(manifests)('a published package.json with %s is refused', (_, manifest, problem) => {
  expect(problemsOfManifest({ ...manifest }).join('\n')).toMatch(problem);
});

test('a correct published package.json', () => {
  expect(problemsOfManifest(good)).toEqual([]);
});
