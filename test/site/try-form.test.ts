import { describe, expect, test } from 'vitest';
import { formTexts, readForm } from '../../scripts/site/try/form.ts';
import type { Control, TryArgument } from '../../scripts/site/try/try-data.ts';

function argument(control: Control, more: Partial<TryArgument> = {}): TryArgument {
  const plain = { name: 'a', type: '', isRequired: false, text: '', values: [], limits: {}, fields: [] };
  return { ...plain, control, ...more };
}

const values = [
  { value: 1, meaning: 'new' },
  { value: 2, meaning: '' },
];

describe('the text of a control becomes the argument', () => {
  test.each<[name: string, argument: TryArgument, text: string, want: unknown]>([
    ['a text as it is', argument('text'), ' x ', ' x '],
    ['a text of digits stays a text', argument('text'), '12', '12'],
    ['a number', argument('number'), ' -12.5 ', -12.5],
    ['a whole number beyond 2^53', argument('number'), '9007199254740993', 9007199254740993n],
    ['yes', argument('flag'), 'true', true],
    ['no', argument('flag'), 'false', false],
    ['a listed number', argument('choice', { values }), '2', 2],
    ['some listed numbers', argument('choices', { values }), '1\n2', [1, 2]],
    ['a time, to the second', argument('seconds'), '2024-05-06T07:08:09Z', 1_714_979_289],
    ['a time, to the millisecond', argument('milliseconds'), '2024-05-06T07:08:09Z', 1_714_979_289_000],
    ['one text a line', argument('lines'), ' a \n\nb', ['a', 'b']],
    ['one number a line', argument('numbers'), '1\n20', [1, 20]],
    ['JSON with every digit', argument('json'), '{"id": 9007199254740993}', { id: 9007199254740993n }],
  ])('%s', (_, given, text, want) => {
    expect(readForm([given], { a: text })).toEqual({ values: { a: want }, problems: {} });
  });

  test.each<[name: string, argument: TryArgument, text: string, want: string]>([
    ['a word', argument('number'), 'twelve', 'number'],
    ['a number beyond all', argument('number'), '1e999', 'number'],
    ['a hexadecimal number', argument('number'), '0x10', 'number'],
    ['a word between numbers', argument('numbers'), '1\nx', 'number'],
    ['an impossible date', argument('seconds'), '2024-13-01T00:00', 'time'],
    ['half an object', argument('json'), '{"a": ', 'json'],
    ['a value that is not listed', argument('choice', { values }), '3', 'value'],
  ])('%s is not sent', (_, given, text, want) => {
    expect(readForm([given], { a: text })).toEqual({ values: {}, problems: { a: want } });
  });

  test('empty controls are not sent, nor is a group of them', () => {
    const group = argument('group', {
      name: 'g',
      fields: [argument('text'), argument('number', { name: 'b' })],
    });
    expect(readForm([argument('text'), group], { a: ' ', 'g.a': '', 'g.b': '' }).values).toEqual({});
    expect(readForm([group], { 'g.a': 'x', 'g.b': 'y' })).toEqual({
      values: { g: { a: 'x' } },
      problems: { 'g.b': 'number' },
    });
  });

  test('a field called __proto__ is sent like any other', () => {
    const { values: read } = readForm(
      [argument('text', { name: '__proto__' })],
      JSON.parse('{"__proto__": "x"}'),
    );
    expect(JSON.stringify(read)).toBe('{"__proto__":"x"}');
  });
});

test.each<[control: Control, value: unknown]>([
  ['text', 'x'],
  ['number', 9007199254740993n],
  ['flag', false],
  ['seconds', 1_714_979_289],
  ['milliseconds', 1_714_979_289_000],
  ['lines', ['a', 'b']],
  ['numbers', [1, 2]],
  ['json', [{ a: [9007199254740993n, { b: null }] }]],
])('the text of a %s means the same value again', (control, value) => {
  const given = [argument(control)];
  expect(readForm(given, formTexts(given, { a: value }))).toEqual({ values: { a: value }, problems: {} });
});
