import { describe, expect, test } from 'vitest';
import {
  documentedType,
  parseDocType,
  printDocType,
  typesAgree,
} from '../../scripts/evidence/facts/doc-type.ts';

describe('a documented type is printed in one form', () => {
  test.each([
    ['string', 'string'],
    ['null|string', 'string|null'],
    ['array<null|integer>|null', 'array<integer|null>|null'],
    ['array<array<string>>', 'array<array<string>>'],
    ['object|integer', 'integer|object'],
    ['array', 'array'],
  ])('%s', (text, want) => {
    const type = parseDocType(text);
    expect(type === undefined ? undefined : printDocType(type)).toBe(want);
  });

  test.each(['text', 'array<', 'array<text>', 'string|', ''])('%j is not a type', (text) => {
    expect(parseDocType(text)).toBeUndefined();
  });
});

test.each([
  [{ type: 'string', nullable: true }, 'string|null'],
  [{ type: 'string|null', nullable: true }, 'string|null'],
  [{ type: 'null', nullable: true }, 'null'],
  [{ type: 'unknown', nullable: true }, 'unknown'],
])('nullable becomes a part of the type: %j', (field, want) => {
  expect(documentedType(field)).toBe(want);
});

describe('whether a documented type agrees with a specified one', () => {
  test.each([
    ['string', 'string', true],
    ['string', 'integer', false],
    ['string|null', 'string', false],
    ['null|string', 'string|null', true],
    ['integer', 'number', false],
    ['unknown', 'array<string>', true],
    ['any', 'unknown', true],
    ['array', 'array<string>', true],
    ['array<any>', 'array<object>', true],
    ['array<any>', 'string', false],
    ['array<string>', 'array<unknown>', false],
    ['array<object>', 'array<object>', true],
    ['array<null>', 'array<unknown>', true],
    ['null', 'unknown', true],
    ['null', 'integer', false],
    ['string', 'unknown', false],
    ['object|integer', 'integer|object', true],
    ['array<object>|null', 'array<object>', false],
  ])('%s and %s: %s', (documented, specified, want) => {
    expect(typesAgree(documented, specified)).toBe(want);
  });
});
