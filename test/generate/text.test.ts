import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentText, docComment, literal, literalOf } from '../../scripts/generate/text.ts';
import { runs } from '../support/runs.ts';

const evaluate = (expression: string): unknown => new Function(`'use strict'; return (${expression});`)();

describe('strings', () => {
  test('a literal evaluates to the same string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(evaluate(literal(text))).toBe(text)),
      { numRuns: runs(3_000) },
    );
  });

  test('any JSON value survives a round trip, with __proto__ as a plain key', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void expect(JSON.stringify(evaluate(literalOf(value)))).toBe(JSON.stringify(value)),
      ),
      { numRuns: runs(2_000) },
    );
    expect(Object.keys(evaluate(literalOf(JSON.parse('{"__proto__": 1}'))) as object)).toEqual(['__proto__']);
  });

  test('a literal stays on one line', () => {
    expect(literal("a\nb\u2028c\u2029d'e")).toBe("'a\\nb\\u2028c\\u2029d\\'e'");
  });
});

describe('comments', () => {
  test('a comment ends where it should, whatever the text', () => {
    const parts = fc.constantFrom('*/', '*', '/', '@', '\n', '\u2028', '{@link x}', 'a', '\r', '\\');
    fc.assert(
      fc.property(
        fc.array(parts).map((list) => list.join('')),
        (text) => {
          const comment = docComment(text);
          expect(comment.indexOf('*/')).toBe(comment === '' ? -1 : comment.length - 3);
          expect(evaluate(`1 ${comment}`)).toBe(1);
        },
      ),
      { numRuns: runs(3_000) },
    );
  });

  test.each([
    ['@deprecated', '(at)deprecated'],
    ['see {@link evil}', 'see {(at)link evil}'],
    ['a */ b', 'a *\\/ b'],
    ['mail me@example.com', 'mail me@example.com'],
  ])('%j is written %j', (given, want) => {
    expect(commentText(given)).toBe(want);
  });
});
