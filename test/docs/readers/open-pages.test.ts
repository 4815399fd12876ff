import { expect, test } from 'vitest';
import { findDrift } from '../../../scripts/docs/diff/find-drift.ts';
import { mergeCapture } from '../../../scripts/docs/diff/merge-capture.ts';
import { isSameExample } from '../../../scripts/docs/diff/same-value.ts';
import { readFieldType } from '../../../scripts/docs/readers/field-type.ts';
import { nestFields } from '../../../scripts/docs/readers/nest-fields.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import type { FactPage } from '../../../scripts/evidence/facts/facts.ts';

const facts: FactPage = {
  category: '某某管理',
  slug: 'things',
  page: 'api-1',
  title: '东西',
  kind: 'endpoint',
  method: 'GET',
  path: '/open-api/thing/list',
  errors: [],
  query: [{ name: 'limit', type: 'string', required: 'unmarked' }],
  response: {
    fields: [
      { name: 'total', type: 'integer', required: 'unmarked' },
      {
        name: 'list',
        type: 'array<object>',
        required: 'unmarked',
        fields: [{ name: 'id', type: 'string', required: 'unmarked' }],
      },
    ],
  },
  complete: true,
};
const limit = { name: 'limit', in: 'query', schema: { type: 'string' } };
const total = { type: 'integer' };
const item = { type: 'object', properties: { id: { type: 'string' } } };
const list = { type: 'array', items: item };
const missing = { $ref: '#/components/nowhere' };

interface Parts {
  readonly parameters?: readonly object[];
  readonly schema?: object;
  readonly response?: object;
}

function read({ parameters = [limit], schema, response }: Parts) {
  const content = { 'application/json': { schema: schema ?? object({ total, list }) } };
  const operation = { summary: '东西', parameters, responses: { 200: response ?? { content } } };
  const document = { openapi: '3.0.1', paths: { [facts.path ?? '']: { get: operation } } };
  const [capture] = readCapturesOf(new TextEncoder().encode(JSON.stringify(document)), 'page.json');
  if (capture === undefined) throw new Error('nothing was read');
  const [drift] = findDrift([facts], [capture], { seats: {}, isAll: false });
  return { capture, drift, merged: mergeCapture(facts, capture, {}) };
}

function object(properties: object) {
  return { type: 'object', properties };
}

const dangling: [place: string, parts: Parts][] = [
  ['an answer', { response: missing }],
  ['the schema of an answer', { schema: missing }],
  ['a field', { schema: object({ total, list: missing }) }],
  ['the items of a list', { schema: object({ total, list: { type: 'array', items: missing } }) }],
  ['a part of allOf', { schema: { allOf: [object({ total }), missing] } }],
  ['a branch of oneOf', { schema: { oneOf: [object({ total }), missing] } }],
  ['a parameter', { parameters: [missing] }],
  ['the schema of a parameter', { parameters: [{ ...limit, schema: missing }] }],
];

test.each(dangling)('a reference that leads nowhere is not a removal: %s', (_, parts) => {
  const { drift, merged } = read(parts);
  expect(drift).toMatchObject({ state: 'unchanged', changes: [] });
  expect(drift?.missing).toContain('the target of #/components/nowhere');
  expect(merged.query).toEqual(facts.query);
  expect(new Set(merged.response?.fields)).toEqual(new Set(facts.response?.fields));
});

const open: [shape: string, list: object][] = [
  ['without items', { type: 'array' }],
  ['with items that say nothing', { type: 'array', items: {} }],
  ['with objects of unknown members', { type: 'array', items: { type: 'object' } }],
];

test.each(open)('a list whose items are not shown keeps its members: %s', (_, shown) => {
  const { drift, merged } = read({ schema: object({ total, list: shown }) });
  expect(drift).toMatchObject({ state: 'unchanged', changes: [], missing: [] });
  expect(drift?.notes).toEqual(['the page does not show what answer field list holds; its members are kept']);
  expect(merged.response?.fields).toEqual(facts.response?.fields);
});

test('an object that shows that it has no members has lost them', () => {
  const { drift } = read({ schema: object({ total, list: { type: 'array', items: object({}) } }) });
  expect(drift?.changes).toMatchObject([{ kind: 'removed', where: 'list.id' }]);
});

test('a removal next to an open list is still reported', () => {
  const { drift } = read({ schema: object({ list: { type: 'array' } }) });
  expect(drift?.changes).toMatchObject([{ kind: 'removed', where: 'total' }]);
});

const spellings: [written: string, parameters: readonly object[]][] = [
  ['limit ', [{ ...limit, name: 'limit ' }]],
  ['ｌimit', [{ ...limit, name: 'ｌimit' }]],
  ['limit\u200b', [limit, { ...limit, name: 'limit\u200b' }]],
];

test.each(spellings)(
  'a name in another spelling is told, and is no new parameter: %j',
  (written, parameters) => {
    const { drift, merged } = read({ parameters });
    expect(drift).toMatchObject({ state: 'unchanged', changes: [] });
    expect(drift?.notes).toEqual([`the page writes ${JSON.stringify(written)} for query parameter limit`]);
    expect(merged.query).toEqual(facts.query);
  },
);

test('parameters outside the query are facts, and headers of HTTP itself are not', () => {
  const parameters = [
    limit,
    { name: 'X-Shop', in: 'header', required: true, schema: { type: 'string' }, example: 's-1' },
    { name: 'Accept', in: 'header' },
    { name: 'lang', in: 'cookie', schema: { type: 'string' } },
  ];
  const { drift, merged } = read({ parameters });
  expect(drift).toMatchObject({
    notes: [],
    changes: [
      { kind: 'added', what: 'header parameter', where: 'X-Shop' },
      { kind: 'added', what: 'cookie parameter', where: 'lang' },
    ],
  });
  expect(merged.headers).toEqual([{ name: 'X-Shop', type: 'string', required: true, example: 's-1' }]);
  expect(merged.cookies).toEqual([{ name: 'lang', type: 'string', required: 'unmarked' }]);
});

test('the branches of oneOf give all members, required only where each branch requires them', () => {
  const schema = {
    oneOf: [
      { ...object({ total, list }), required: ['total', 'list'] },
      { ...object({ total }), required: ['total'] },
    ],
  };
  expect(read({ schema }).capture.response?.fields).toMatchObject([
    { name: 'total', required: true },
    { name: 'list', required: 'unmarked' },
  ]);
});

test('schemas that refer to each other end, in linear time', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 29 }, (_, at) => {
      const next = { $ref: `#/components/schemas/S${at + 1}` };
      return [`S${at}`, { allOf: [next, next], oneOf: [next, { $ref: '#/components/schemas/S0' }] }];
    }),
  );
  const document = {
    openapi: '3.0.1',
    paths: {
      '/a': {
        get: {
          responses: {
            200: { content: { a: { schema: object({ x: { $ref: '#/components/schemas/S0' } }) } } },
          },
        },
      },
    },
    components: { schemas: { ...chain, S29: object({ id: { type: 'string' } }) } },
  };
  const [capture] = readCapturesOf(new TextEncoder().encode(JSON.stringify(document)), 'page.json');
  expect(capture?.response?.fields).toMatchObject([{ name: 'x', fields: [{ name: 'id' }] }]);
});

const types: [line: string, type: string, members: number | undefined][] = [
  ['array[object (TagParams) {2}]', 'array<object>', 2],
  ['object (标签(新)) {1}', 'object', 1],
  ['string (Name)', 'string', undefined],
  ['array [string (Name)]', 'array<string>', undefined],
  ['integer (Id) <int64>', 'integer', undefined],
];

test.each(types)('a type with the name of a data model: %s', (line, type, members) => {
  expect(readFieldType(line)).toMatchObject({ type, members });
});

const field = (name: string, type = 'string') => ({ name, type, required: 'unmarked' as const });
const names = (fields: ReturnType<typeof nestFields>): unknown =>
  fields?.map(({ name, fields: below }) => (below ? [name, names(below)] : name));

const nestings: [what: string, flat: ReturnType<typeof field>[], example: unknown, want: unknown][] = [
  [
    'a field that the example lacks, between two that it shows',
    [field('data', 'object'), field('id'), field('nick'), field('list', 'array<object>'), field('n')],
    { data: { id: '1', list: [{ n: 'x' }] } },
    [['data', ['id', 'nick', ['list', ['n']]]]],
  ],
  [
    'a field that the example lacks, at the end of an object: it may belong to several',
    [field('data', 'object'), field('id'), field('nick')],
    { data: { id: '1' } },
    undefined,
  ],
  ['no containers and no example', [field('id'), field('ids', 'array<string>')], undefined, ['id', 'ids']],
  ['no containers and an empty example', [field('id'), field('ids', 'array<string>')], {}, ['id', 'ids']],
  [
    'a value of another type than listed',
    [field('age', 'integer'), field('o', 'object'), field('id')],
    { age: '2', o: { id: 'x' } },
    ['age', ['o', ['id']]],
  ],
  ['a name that the example shows deeper', [field('id')], { data: { id: 'x' } }, undefined],
  ['a name twice without containers', [field('id'), field('id')], undefined, undefined],
  [
    'a container at the end, without an example',
    [field('id'), field('data', 'object')],
    undefined,
    ['id', 'data'],
  ],
];

test.each(nestings)('a list of fields is nested: %s', (_, flat, example, want) => {
  expect(names(nestFields(flat, example))).toEqual(want);
});

const examples: [old: unknown, now: unknown, same: boolean][] = [
  ['wmAbCdEfGh1ijk2l34mn', 'wmqfasD3AAbCRHcb0BdqzGLYoPwAFfVg', true],
  ['wmXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', 'wm-short', true],
  ['["woEXAMPLE00000000000000000001"]', '["woAbCdEfGh1ijk2l34mn"]', true],
  ['[1,2]', '[3,4]', false],
  ['last_updated_desc', 'last_created_desc', true],
  ['last_updated_desc', 'first_updated_desc', false],
  ['wmAbCdEfGh1ijk2l34mn', 'zhangsan', false],
  ['10', '20', false],
];

test.each(examples)('an example, made up for another: %j and %j', (old, now, same) => {
  expect(isSameExample(old, now)).toBe(same);
});
