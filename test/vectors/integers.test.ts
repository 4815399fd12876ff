import { expect, test } from 'vitest';
import vectors from 'weiban-openapi/vectors/integers.json' with { type: 'json' };
import { parseExact, stringifyExact } from '../../src/base/exact-json.ts';
import { plainText } from '../../src/client/argument-text.ts';
import { casesOf } from './cases.ts';

test.each(casesOf<string, Record<string, string>>(vectors, 'read'))('read: %s', (_, json, want) => {
  const { value } = parseExact(json);
  const found = Object.keys(want).map((pointer) => [pointer, String(at(value, pointer))]);
  expect(Object.fromEntries(found)).toEqual(want);
});

test('a parser that makes doubles of numbers fails', () => {
  const wrong = casesOf<string, Record<string, string>>(vectors, 'read').filter(([, json, want]) =>
    Object.entries(want).some(([pointer, digits]) => String(at(JSON.parse(json), pointer)) !== digits),
  );
  expect(wrong.length).toBeGreaterThan(4);
});

interface Sent {
  readonly json: string;
  readonly query: string;
}

test.each(casesOf<{ name: string; digits: string }, Sent>(vectors, 'send'))(
  'send: %s',
  (_, { name, digits }, { json, query }) => {
    expect(stringifyExact({ [name]: BigInt(digits) })).toBe(json);
    expect(`${name}=${plainText('staffGet', name, BigInt(digits))}`).toBe(query);
  },
);

/** The value at a JSON Pointer. */
function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((found, name) => Reflect.get(Object(found), name), value);
}
