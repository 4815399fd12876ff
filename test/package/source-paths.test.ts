import { expect, test } from 'vitest';
import { sourcePathInPackage } from '../../scripts/build/source-paths.ts';
import { problemsOfMap } from './checks/source-maps.ts';

const folders = { project: '/p', out: '/p/dist' };
const paths: [what: string, source: string, map: string, want: string][] = [
  ['a module', '../src/index.ts', '/p/dist/index.js.map', 'src/index.ts'],
  ['a chunk', '../../generated/operations.ts', '/p/dist/chunks/a.js.map', '../generated/operations.ts'],
  ['a dependency', '../../node_modules/a/b.js', '/p/dist/command/a.js.map', '../node_modules/a/b.js'],
  ['a dependency of one', '../node_modules/a/node_modules/b/c.js', '/p/dist/a.js.map', 'node_modules/b/c.js'],
  ['a linked node_modules', '../../q/node_modules/a/b.js', '/p/dist/a.js.map', 'node_modules/a/b.js'],
];

test.each(paths)('the path of a source in the package: %s', (_, source, map, want) => {
  expect(sourcePathInPackage(folders, source, map)).toBe(want);
});

test('a source from elsewhere is refused', () => {
  expect(() => sourcePathInPackage(folders, '../../q/a.ts', '/p/dist/a.js.map')).toThrow('/q/a.ts');
});

const map = { version: 3, sources: ['../src/a.ts'], sourcesContent: ['text'] };
const maps: [what: string, file: string, map: object, want: string[]][] = [
  ['inside', 'chunks/a.js.map', map, []],
  ['outside', 'a.js.map', map, ['a.js.map: ../src/a.ts is outside the package']],
  [
    'outside by its root',
    'a/b.js.map',
    { ...map, sourceRoot: '../' },
    ['a/b.js.map: ../../src/a.ts is outside the package'],
  ],
  ['absolute', 'a.js.map', { ...map, sources: ['/p/a.ts'] }, ['a.js.map: /p/a.ts is outside the package']],
  [
    'a URL',
    'a.js.map',
    { ...map, sources: ['file:///p/a.ts'] },
    ['a.js.map: file:///p/a.ts is outside the package'],
  ],
  ['without text', 'a/b.js.map', { ...map, sourcesContent: [null] }, ['a/b.js.map: ../src/a.ts has no text']],
  ['of nothing', 'a.js.map', { ...map, sources: [] }, ['a.js.map names no source']],
];

test.each(maps)('a source map is checked: %s', (_, file, text, want) => {
  expect(problemsOfMap(file, JSON.stringify(text))).toEqual(want);
});
