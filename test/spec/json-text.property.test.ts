import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetsInJson, parseJsonText } from '../../scripts/spec/json-text.ts';
import { nodesOf, parseSource, placeOf, type Source } from '../../scripts/spec/source.ts';
import { runs } from '../support/runs.ts';

describe('JSON', () => {
  test.each([
    ['{"a": [1, "b", null, true]}', { a: [1, 'b', null, true] }],
    [' \n[{}]', [{}]],
    ['{"a": 9007199254740993, "b": "9007199254740993"}', { a: 9007199254740993n, b: '9007199254740993' }],
    ['{"a\\":": 1, "b": "c\\\\"}', { 'a":': 1, b: 'c\\' }],
    ['{"x": "{\\"y\\": 1}"}', { x: '{"y": 1}' }],
  ])('%s is parsed', (text, value) => {
    expect(parseJsonText(text)).toEqual({ value });
  });

  test.each(['{"a": 1, "a": 2}', '{"a": {"b": 1, "b": 1}}', '{a: 1}', '{"a": 1,}', '', '{"a": "b'])(
    '%s is left to the parser that knows lines',
    (text) => {
      expect(parseJsonText(text)).toBeUndefined();
    },
  );

  test('gives the same value and the same places as YAML', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.dictionary(KEY, fc.jsonValue()), fc.array(fc.jsonValue())),
        fc.nat(3),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          // Such a text is left to the parser that knows lines, even where it is no key.
          fc.pre(!text.includes('__proto__'));
          const json = parseSource(text, '/a.json', 'a.json');
          expect(json.placeInJson).toBeDefined();
          const { placeInJson: _, ...rest } = json;
          const nodes = nodesOf(text);
          expect(json.value).toEqual(nodes.document.toJS());
          const yaml: Source = { ...rest, nodes: () => nodes };
          for (const keys of keyPaths(value)) expect(placeOf(json, keys)).toEqual(placeOf(yaml, keys));
        },
      ),
      { numRuns: runs(100, 2000) },
    );
  });

  test('the place of an entry that is missing is the nearest one around it', () => {
    const text = '{"a": {"b": [1, {"c": 2}]}}';
    const offsetOf = offsetsInJson(text);
    expect(offsetOf(['a', 'b', 1, 'd'])).toBe(text.indexOf('{"c"'));
    expect(offsetOf(['a', 'x', 'c'])).toBe(1);
    expect(offsetOf(['a', 'b', 0, 'x'])).toBe(text.indexOf('1'));
  });
});

const KEY = fc.string({ minLength: 1 }).filter((key) => key !== '__proto__');

/** The key paths of all entries of a value. */
function keyPaths(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [[], ...entries.flatMap(([key, item]) => keyPaths(item).map((rest) => [key, ...rest]))];
}
