import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withEveryPath } from '../../scripts/spec/list-paths.ts';
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
])('a new file gets its row %s, and no other line changes', (_, file, rows) => {
  const folder = folderOf({ ...SOUND, [file]: ITEM });
  const { before, after } = withEveryPath(join(folder, 'openapi.yaml'));
  expect(after).toBe(before.replace('  /api/thing/one: {$ref: paths/thing/one.yaml}\n', rows));
});

test('where every file is listed nothing changes', () => {
  const { before, after } = withEveryPath(join(folderOf(SOUND), 'openapi.yaml'));
  expect(after).toBe(before);
});

test('rows go in although text follows the paths', () => {
  const folder = folderOf({
    ...SOUND,
    'openapi.yaml': `${SOUND['openapi.yaml']}# the end\nx-last: 1\n`,
    'paths/z.yaml': ITEM,
  });
  const { after } = withEveryPath(join(folder, 'openapi.yaml'));
  expect(after).toMatch(/thing\/one.yaml\}\n(# the end\n)? {2}\/api\/z: .*\n(# the end\n)?x-last: 1\n$/);
});

test('a root without a block of paths says what to add', () => {
  const folder = folderOf({
    ...SOUND,
    'openapi.yaml': SOUND['openapi.yaml']!.replace(/paths:\n.*\n/, ''),
    'paths/z.yaml': ITEM,
  });
  expect(() => withEveryPath(join(folder, 'openapi.yaml'))).toThrow(/has no block "paths:"/);
});
