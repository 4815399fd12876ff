import { expect, test } from 'vitest';
import { withEveryPath } from '../../scripts/spec/list-paths.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
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

test('a root without a block of paths is refused with what to add', () => {
  const folder = folderOf({
    ...SOUND,
    'openapi.yaml': SOUND['openapi.yaml']!.replace(/paths:\n.*\n/, ''),
    'paths/z.yaml': ITEM,
  });
  expect(() => withEveryPath(loadSpec(folder).root)).toThrow(/has no block "paths:"/);
});
