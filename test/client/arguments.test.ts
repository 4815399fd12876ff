import { expect, test } from 'vitest';
import { WeibanConfigError } from '../../src/base/errors.ts';
import { parseOperation } from '../../src/base/operation-row.ts';
import { layOutArguments } from '../../src/client/arguments.ts';

const cases: [name: string, row: string, params: object, want: object][] = [
  [
    'query',
    'GET a/b rr',
    { x: 1, y: 'ü&=', z: true },
    { query: 'x=1&y=%C3%BC%26%3D&z=true', body: undefined },
  ],
  ['nothing for undefined and null', 'GET a/b rr', { x: undefined, y: null }, { query: '' }],
  ['a list that is not JSON text', 'GET a/b rr', { x: ['p', 'q'] }, { query: 'x=p&x=q' }],
  ['a list as JSON text', 'GET a/b rr j=x', { x: ['p'], y: 'q' }, { query: 'x=%5B%22p%22%5D&y=q' }],
  ['body', 'POST a/b ww', { x: 1, y: null, z: undefined }, { query: '', body: '{"x":1,"y":null}' }],
  ['an empty body', 'POST a/b ww', {}, { body: '{}' }],
  ['query and body', 'POST a/b ww q=x', { x: 1, y: 2 }, { query: 'x=1', body: '{"y":2}' }],
  ['no body', 'POST a/b ww n=1', { x: 1 }, { query: 'x=1', body: undefined }],
  ['the whole body', 'POST a/b ww q=x b=whole', { x: 1, body: [3] }, { query: 'x=1', body: '[3]' }],
  ['a path argument', 'GET a/{x} rr', { x: 'p/q?', y: 1 }, { path: '/open-api/a/p%2Fq%3F', query: 'y=1' }],
  ['a bigint', 'GET a/b rr', { x: 12345678901234567890n }, { query: 'x=12345678901234567890' }],
  [
    'a bigint in the body',
    'POST a/b ww',
    { x: 12345678901234567890n },
    { body: '{"x":12345678901234567890}' },
  ],
  [
    'an exact integer in any form',
    'POST a/b ww y=x,z.id',
    { x: '12345678901234567890', z: [{ id: 7 }], w: '1' },
    { body: '{"x":12345678901234567890,"z":[{"id":7}],"w":"1"}' },
  ],
  [
    'a text that is not an integer at an exact place',
    'POST a/b ww y=x',
    { x: '1.5e3' },
    { body: '{"x":"1.5e3"}' },
  ],
  ['a hostile name', 'POST a/b ww', JSON.parse('{"__proto__":{"x":1}}'), { body: '{"__proto__":{"x":1}}' }],
];

test.each(cases)('lays out %s', (_, row, params, want) => {
  expect(layOutArguments(parseOperation(row), params)).toMatchObject(want);
});

const refused: [name: string, row: string, params: object][] = [
  ['a missing path argument', 'GET a/{x} rr', {}],
  ['an empty path argument', 'GET a/{x} rr', { x: '' }],
  ['a dot segment', 'GET a/{x}/b rr', { x: '..' }],
  ['a missing whole body', 'POST a/b ww f=body b=whole', {}],
  ['an undefined whole body beside a query', 'POST a/b ww q=x f=body b=whole', { x: 1, body: undefined }],
];

test.each(refused)('refuses %s', (_, row, params) => {
  expect(() => layOutArguments(parseOperation(row), params)).toThrow(WeibanConfigError);
});
