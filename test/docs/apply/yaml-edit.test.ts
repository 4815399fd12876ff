import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { editable, editYaml as editParsed } from '../../../scripts/docs/apply/yaml-edit.ts';
import { type Edit, EditError } from '../../../scripts/docs/apply/yaml-splice.ts';

const editYaml = (text: string, ...edits: Edit[]) => editParsed(editable(text), edits).text;

const text = `# the file
get:
  x-page: {id: api-1, title: 标题, modified: "2024-03-05"}
  x-errors: [One, Two] # sorted
  # why the text is long
  summary: >-
    Get one
    thing.

  parameters:
    - name: id
      in: query
      # digits
      schema: {type: string}
    - name: limit
      in: query
      schema:
        type: integer # of any size
        maximum: 100
  required:
    - a
    # kept for b
    - b
    - c
`;

const rows: [name: string, edit: Edit, lines: readonly [from: string, to: string]][] = [
  [
    'a text keeps its quotes',
    { op: 'set', at: ['get', 'x-page', 'modified'], value: '2025-01-01' },
    ['"2024-03-05"', '"2025-01-01"'],
  ],
  [
    'a plain text stays plain',
    { op: 'set', at: ['get', 'x-page', 'title'], value: '新标题' },
    ['标题', '新标题'],
  ],
  [
    'a text that needs quotes gets them',
    { op: 'set', at: ['get', 'x-page', 'title'], value: 'a: b, c' },
    ['标题', '"a: b, c"'],
  ],
  [
    'a value next to a comment',
    { op: 'set', at: ['get', 'parameters', { name: 'limit' }, 'schema', 'type'], value: ['integer', 'null'] },
    ['integer #', '[integer, "null"] #'],
  ],
  [
    'a new key in brackets',
    { op: 'set', at: ['get', 'parameters', { name: 'id' }, 'schema', 'maxLength'], value: 5 },
    ['{type: string}', '{type: string, maxLength: 5}'],
  ],
  [
    'a new key in a block',
    { op: 'set', at: ['get', 'parameters', { name: 'limit' }, 'required'], value: true, after: 'in' },
    ['limit\n      in: query\n', 'limit\n      in: query\n      required: true\n'],
  ],
  [
    'a new key after a text of several lines',
    { op: 'set', at: ['get', 'deprecated'], value: true, after: 'summary' },
    ['thing.\n', 'thing.\n  deprecated: true\n'],
  ],
  [
    'a new key after the last line',
    { op: 'set', at: ['get', 'last'], value: { a: [1] } },
    ['- c\n', '- c\n  last:\n    a: [1]\n'],
  ],
  [
    'an item in brackets',
    { op: 'include', at: ['get', 'x-errors'], value: 'Three' },
    ['One, Two]', 'One, Two, Three]'],
  ],
  [
    'an item in its order',
    { op: 'include', at: ['get', 'x-errors'], value: 'OneAndAHalf', after: 'One' },
    ['One, Two]', 'One, OneAndAHalf, Two]'],
  ],
  [
    'an item in a block',
    { op: 'include', at: ['get', 'required'], value: 'a2', after: 'a' },
    ['- a\n', '- a\n    - a2\n'],
  ],
  [
    'a map into a list',
    {
      op: 'include',
      at: ['get', 'parameters'],
      value: { name: 'x', in: 'query', schema: { type: 'string' } },
      after: 'id',
    },
    [
      '      schema: {type: string}\n',
      '      schema: {type: string}\n    - name: x\n      in: query\n      schema: {type: string}\n',
    ],
  ],
  [
    'an item out of brackets',
    { op: 'remove', at: ['get', 'x-errors', { name: 'Two' }] },
    ['One, Two]', 'One]'],
  ],
  [
    'the first item out of brackets',
    { op: 'remove', at: ['get', 'x-errors', { name: 'One' }] },
    ['One, Two]', 'Two]'],
  ],
  ['an item out of a block', { op: 'remove', at: ['get', 'required', { name: 'c' }] }, ['    - c\n', '']],
  [
    'a key out of a block',
    { op: 'remove', at: ['get', 'parameters', { name: 'limit' }, 'schema', 'maximum'] },
    ['        maximum: 100\n', ''],
  ],
];

test.each(rows)('%s', (_, edit, [from, to]) => {
  expect(text.split(from)).toHaveLength(2);
  expect(editYaml(text, edit)).toBe(text.replace(from, () => to));
});

const refused: [name: string, edit: Edit, message: RegExp][] = [
  [
    'losing a comment inside the entry',
    { op: 'remove', at: ['get', 'parameters', { name: 'id' }] },
    /a comment there would be lost/,
  ],
  [
    'orphaning a comment above the entry',
    { op: 'remove', at: ['get', 'required', { name: 'b' }] },
    /there is a comment above/,
  ],
  [
    'losing a comment next to the entry',
    { op: 'remove', at: ['get', 'x-errors'] },
    /a comment there would be lost/,
  ],
  ['removing a missing key', { op: 'remove', at: ['get', 'nothing'] }, /get.nothing is not there/],
  [
    'a key of a text',
    { op: 'set', at: ['get', 'summary', 'x'], value: 1 },
    /get.summary.x is not inside a map/,
  ],
  ['an item of a text', { op: 'include', at: ['get', 'summary'], value: 1 }, /get.summary is not a list/],
];

test.each(refused)('%s is refused', (_, edit, message) => {
  expect(() => editYaml(text, edit)).toThrow(EditError);
  expect(() => editYaml(text, edit)).toThrow(message);
});

test('a list that loses its last item is removed with its key', () => {
  expect(editYaml('a: 1\nb: [x]\nc: 2\n', { op: 'remove', at: ['b', { name: 'x' }] })).toBe('a: 1\nc: 2\n');
});

const texts: [name: string, given: string, edit: Edit, want: unknown][] = [
  ['an empty line', 'a: 1\n', { op: 'set', at: ['b'], value: '\n' }, { a: 1, b: '\n' }],
  ['a trailing space', 'a: 1\n', { op: 'set', at: ['b'], value: 'x\ny ' }, { a: 1, b: 'x\ny ' }],
  [
    'a line that looks like a comment, above a removed key',
    'a: |\n  #\nb: 1\nc: 2\n',
    { op: 'remove', at: ['b'] },
    { a: '#\n', c: 2 },
  ],
  [
    'empty lines that belong to it, above a new key',
    'a: |+\n  x\n\nb: 1\n',
    { op: 'set', at: ['c'], value: 2, after: 'a' },
    { a: 'x\n\n', c: 2, b: 1 },
  ],
  [
    'empty lines that do not belong to it, above a new key',
    'a: |\n  x\n\nb: 1\n',
    { op: 'set', at: ['c'], value: 2, after: 'a' },
    { a: 'x\n', c: 2, b: 1 },
  ],
  [
    'new lines, first in its map and below a comment',
    '- # why\n  a: |\n    x\n\n  b: 1 # one\n',
    { op: 'set', at: [0, 'a'], value: 'y\nz\n' },
    [{ a: 'y\nz\n', b: 1 }],
  ],
  [
    'several lines, in brackets',
    'a: {b: 1}\n',
    { op: 'set', at: ['a', 'c'], value: `:\n${'x'.repeat(50)}` },
    { a: { b: 1, c: `:\n${'x'.repeat(50)}` } },
  ],
];

test.each(texts)('a text with %s', (_, given, edit, want) => {
  expect(parse(editYaml(given, edit))).toEqual(want);
});

const exact: [name: string, given: string, edit: Edit, want: string][] = [
  ['an item by its index', 'l: [1, 2]\n', { op: 'remove', at: ['l', 1] }, 'l: [1]\n'],
  ['an empty value', 'a:\nb: 1\n', { op: 'set', at: ['a'], value: 5 }, 'a: 5\nb: 1\n'],
  [
    'the line ends of the file stay',
    'a: 1\r\nb: |\r\n  x\r\nc: 1\r\n',
    { op: 'set', at: ['b'], value: 'p\nq\n' },
    'a: 1\r\nb: |\r\n  p\r\n  q\r\nc: 1\r\n',
  ],
  [
    'a line separator that YAML does not count as one',
    'a:\n  x: 1\n',
    { op: 'set', at: ['a', 'y'], value: 'p\u2028q' },
    'a:\n  x: 1\n  y: p\u2028q\n',
  ],
];

test.each(exact)('%s', (_, given, edit, want) => {
  expect(editYaml(given, edit)).toBe(want);
});

const MORE = /more would change/;
const unknownForms: [name: string, given: string, edit: Edit, message: RegExp][] = [
  [
    'a comment and a blank line',
    'a: # 1\n  b: 1 # 2\n\n  c: 2\n',
    { op: 'remove', at: ['a', 'b'] },
    /comment/,
  ],
  [
    'a comment next to the last item',
    'a: [x,\n  y, # 2\n  ]\n',
    { op: 'include', at: ['a'], value: 'z' },
    /comment/,
  ],
  [
    'empty lines that would become part of a text',
    'a: |+\n  x\nb: 1\n\nc: 1\n',
    { op: 'remove', at: ['b'] },
    MORE,
  ],
  ['a key on a line of its own', '? a\n: |\n  x\nb: 1\n', { op: 'set', at: ['a'], value: 'y' }, MORE],
  ['an anchor', 'a: &x |\n  t\nb: *x\n', { op: 'set', at: ['a'], value: 'y' }, /would break/],
  ['a tag', 'a: !!str 1\n', { op: 'set', at: ['a'], value: 5 }, MORE],
  ['a list on a line of a list', '- - a\n', { op: 'include', at: [0], value: 'v' }, MORE],
  ['a dash on a line of its own', 'l:\n-\n  text\n', { op: 'include', at: ['l'], value: 'v' }, MORE],
  ['a tab after a dash', 'l:\n  -\ta\n  -\tb\n', { op: 'include', at: ['l'], value: 'v' }, MORE],
  ['an empty item', 'l:\n  - x\n  -\n', { op: 'include', at: ['l'], value: 'v' }, MORE],
];

test.each(unknownForms)('%s: refused rather than edited wrongly', (_, given, edit, message) => {
  expect(() => editYaml(given, edit)).toThrow(EditError);
  expect(() => editYaml(given, edit)).toThrow(message);
});

test('a renamed item is not found under its old name', () => {
  const item = ['p', { name: 'a' }] as const;
  const rename: Edit = { op: 'set', at: [...item, 'name'], value: 'c' };
  const change: Edit = { op: 'set', at: [...item, 'x'], value: 9 };
  const document = 'p:\n  - name: a\n    x: 1\n';
  expect(() => editYaml(document, rename, change)).toThrow(/p.a.x is not inside a map/);
  expect(editYaml(document, change, rename)).toBe('p:\n  - name: c\n    x: 9\n');
});
