import { describe, expect, test } from 'vitest';
import { isFileOf, PART_NAMES, withNeeded } from '../../scripts/generate/parts.ts';

describe('the parts of the output', () => {
  test('a part brings those whose files it imports', () => {
    expect([...withNeeded(['webhooks'])].sort()).toEqual(['client', 'errors', 'webhooks']);
    expect([...withNeeded(['schema'])]).toEqual(['schema']);
  });

  test.each([
    ['client', 'client/thing.ts'],
    ['client', 'functions.ts'],
    ['validators', 'validators\\index.ts'],
    ['document', 'openapi.json'],
    ['postman', 'postman-collection.zh.json'],
    ['postman', 'postman-environment-sandbox.json'],
    ['vectors', 'vectors/token.json'],
  ] as const)('%s owns %s, and schema does not', (part, file) => {
    expect(isFileOf(new Set([part]), file)).toBe(true);
    expect(isFileOf(new Set(['schema']), file)).toBe(false);
  });

  test('all parts together own every file', () => {
    expect(isFileOf(new Set(PART_NAMES), 'of-an-older-version.ts')).toBe(true);
  });
});
