import { expect, test } from 'vitest';
import { basePath, server } from '../../generated/operations.ts';
import { findOperation, listOperations, nearestOperation } from '../../src/catalogue/index.ts';

test('every operation is found by each of its names, and by no other', () => {
  const all = listOperations();
  expect(all.length).toBeGreaterThanOrEqual(140);
  for (const { name, id, path, method } of all) {
    const suffix = path.slice(basePath.length + 1);
    for (const given of [
      name,
      id,
      path,
      path.toUpperCase(),
      suffix,
      `${method} ${path}`,
      `${server}${path}?a=1#b`,
    ])
      expect([given, findOperation(given)?.id]).toEqual([given, id]);
  }
});

const misspelt: [given: string, near: string | undefined][] = [
  ['opportunty.one', 'opportunity.one'],
  ['/open-api/oportunity/one', 'opportunity.one'],
  ['tags.list', 'tag.list'],
  ['zzzzqqq', undefined],
  ['', undefined],
];

test.each(misspelt)('%j is not an operation; the nearest is %s', (given, near) => {
  expect(findOperation(given)).toBeUndefined();
  expect(nearestOperation(given)?.name).toBe(near);
});
