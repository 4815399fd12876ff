import { describe, expect, test } from 'vitest';
import {
  contentFields,
  exampleParents,
  inferFields,
  parentsBelow,
  requiredByEvidence,
} from '../../scripts/evidence/facts/example-evidence.ts';

const EXAMPLE = {
  list: [
    { a: 1, b: { c: 'x' } },
    { a: null, b: null },
  ],
  total: 2,
};

describe('required by evidence', () => {
  const top = exampleParents(EXAMPLE);
  const rows = parentsBelow(top, 'list');
  test.each([
    ['a mark wins over the example', false, rows, 'a', false],
    ['unmarked, but every parent has it', 'unmarked', rows, 'a', true],
    ['a missing mark counts as unmarked', undefined, rows, 'a', true],
    ['unmarked, and one parent lacks it', 'unmarked', [...rows, {}], 'a', false],
    ['null does not count as a parent', 'unmarked', parentsBelow(rows, 'b'), 'c', true],
    ['no example reaches it', 'unmarked', parentsBelow(top, 'total'), 'c', undefined],
    ['the example is a placeholder', 'unmarked', exampleParents('mock'), 'a', undefined],
  ] as const)('%s', (_name, mark, parents, name, want) => {
    expect(requiredByEvidence(mark, parents, name)).toBe(want);
  });
});

test('fields get their types from the example', () => {
  const types = (fields: ReturnType<typeof inferFields>): unknown[] =>
    fields.map(({ name, type, fields: inner }) =>
      inner === undefined ? [name, type] : [name, type, types([...inner])],
    );
  expect(types(inferFields(exampleParents({ ...EXAMPLE, none: [], half: 1.5, yes: true })))).toEqual([
    [
      'list',
      'array<object>',
      [
        ['a', 'integer|null'],
        ['b', 'object|null', [['c', 'string']]],
      ],
    ],
    ['total', 'integer'],
    ['none', 'array'],
    ['half', 'number'],
    ['yes', 'boolean'],
  ]);
});

test.each([
  ['listed fields win', { fields: [{ name: 'a', type: 'string' }], example: { b: 1 } }, ['a']],
  ['the example replaces an empty list', { fields: [], example: { b: 1 } }, ['b']],
  ['placeholders show nothing', { fields: [], example: 'mock' }, []],
  ['no content', undefined, []],
])('the fields of a body: %s', (_name, content, want) => {
  expect(contentFields(content).map(({ name }) => name)).toEqual(want);
});
