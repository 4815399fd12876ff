import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withEveryPath } from '../../scripts/spec/list-paths.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import type { Source } from '../../scripts/spec/source.ts';
import { folderOf, SOUND } from '../support/spec-folder.ts';

const ITEM = 'get: {responses: {}}\n';

test.each([
  [
    'before the first row',
    'paths/a/b.yaml',
    '  /api/a/b: {$ref: paths/a/b.yaml}\n  /api/thing/one: {$ref: paths/thing/one.yaml}\n',
  ],
  [
    'after the last row',
    'paths/z.yaml',
    '  /api/thing/one: {$ref: paths/thing/one.yaml}\n  /api/z: {$ref: paths/z.yaml}\n',
  ],
  [
    'in order, also if there are several files',
    'paths/z.yaml paths/a/c.yaml paths/a.yaml paths/a/b.yaml paths/thing.yaml',
    '  /api/a: {$ref: paths/a.yaml}\n  /api/a/b: {$ref: paths/a/b.yaml}\n  /api/a/c: {$ref: paths/a/c.yaml}\n  /api/thing: {$ref: paths/thing.yaml}\n' +
      '  /api/thing/one: {$ref: paths/thing/one.yaml}\n  /api/z: {$ref: paths/z.yaml}\n',
  ],
])('a new file gets its row %s, and no other line changes', (_, files, rows) => {
  const folder = folderOf({ ...SOUND, ...Object.fromEntries(files.split(' ').map((file) => [file, ITEM])) });
  const { root } = loadSpec(folder);
  expect(withEveryPath(root)).toBe(
    root.text.replace('  /api/thing/one: {$ref: paths/thing/one.yaml}\n', rows),
  );
});

test('nothing changes if every file is listed', () => {
  const { root } = loadSpec(folderOf(SOUND));
  expect(withEveryPath(root)).toBe(root.text);
});

test('rows are added even if text follows the paths', () => {
  const folder = folderOf({
    ...SOUND,
    'openapi.yaml': `${SOUND['openapi.yaml']}# the end\nx-last: 1\n`,
    'paths/z.yaml': ITEM,
  });
  expect(withEveryPath(loadSpec(folder).root)).toMatch(
    /thing\/one.yaml\}\n(# the end\n)? {2}\/api\/z: .*\n(# the end\n)?x-last: 1\n$/,
  );
});

/** The root with another text for its `paths:`, which ends the file, and one file that it does not list. */
const rootWith = (paths: string): Source => {
  const text = SOUND['openapi.yaml']?.replace(/paths:\n.*\n/, paths) ?? '';
  return loadSpec(folderOf({ ...SOUND, 'openapi.yaml': text, 'paths/z.yaml': ITEM })).root;
};
const [ONE, Z] = ['/api/thing/one: {$ref: paths/thing/one.yaml}', '/api/z: {$ref: paths/z.yaml}'];

test.each([
  ['an empty map', 'paths: {}\n', `paths:\n  ${ONE}\n  ${Z}\n`],
  [
    'an empty map with a comment',
    'paths: { } # none yet\nx-a: 1\n',
    `paths: # none yet\n  ${ONE}\n  ${Z}\nx-a: 1\n`,
  ],
  ['an empty map on two lines', 'paths: {\n}\n', `paths:\n  ${ONE}\n  ${Z}\n`],
  ['no value', 'paths:\nx-a: 1\n', `paths:\n  ${ONE}\n  ${Z}\nx-a: 1\n`],
  ['null', 'paths: null', `paths:\n  ${ONE}\n  ${Z}\n`],
  ['rows with a deeper indent', `paths:\n    ${ONE}\n`, `paths:\n    ${ONE}\n    ${Z}\n`],
  ['no line end', `paths:\n  ${ONE}`, `paths:\n  ${ONE}\n  ${Z}\n`],
])('the first rows are added to paths with %s', (_, before, after) => {
  const root = rootWith(before);
  expect(withEveryPath(root)).toBe(root.text.replace(before, after));
});

test('line ends stay those of the file', () => {
  const root = rootWith('paths: {}\r\nx-a: 1\r\n');
  expect(withEveryPath(root)).toContain(`paths:\r\n  ${ONE}\r\n  ${Z}\r\nx-a: 1\r\n`);
});

test.each([
  ['without paths', ''],
  ['with rows in braces', `paths: {${ONE}}\n`],
  ['with a comment in the braces', 'paths: { # none\n}\n'],
])('a root %s is refused with what to add', (_, paths) => {
  expect(() => withEveryPath(rootWith(paths))).toThrow(/has no block "paths:"/);
});

test.each([
  ['its file is named after another URL', '  /api/things: {$ref: ./paths/thing/all.yaml}\n'],
  ['a part of a file is meant', '  /api/things: {$ref: "paths/all.yaml#/things"}\n'],
])('nothing is added to a document that another project laid out: of one row %s', (_, row) => {
  const folder = folderOf({
    ...SOUND,
    'openapi.yaml': `${SOUND['openapi.yaml']}${row}`,
    'paths/thing/all.yaml': ITEM,
    'paths/all.yaml': `things: {${ITEM.trim()}}\n`,
    'paths/z.yaml': ITEM,
  });
  const { root } = loadSpec(folder);
  expect(withEveryPath(root)).toBe(root.text);
});

test('a URL with braces is quoted, and the row reads as it is meant', () => {
  const folder = folderOf({ ...SOUND, 'paths/thing/{id}.yaml': ITEM });
  const text = withEveryPath(loadSpec(folder).root);
  expect(parse(text).paths['/api/thing/{id}']).toEqual({ $ref: 'paths/thing/{id}.yaml' });
});

test('nothing is added to a document whose rows all stand in the root', () => {
  const root = SOUND['openapi.yaml']!.replace('{$ref: paths/thing/one.yaml}', '{get: {responses: {}}}');
  const source = loadSpec(folderOf({ 'openapi.yaml': root, 'paths/z.yaml': ITEM })).root;
  expect(withEveryPath(source)).toBe(root);
});
