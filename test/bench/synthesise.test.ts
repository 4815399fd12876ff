import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { synthesise } from '../../bench/scale/synthesise.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weiban-synthesise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([[1], [150]])('a specification of %i operations is valid, with unique names', (count) => {
  synthesise('spec', folder, count);
  const { operations } = buildModel(assemble(loadSpec(folder)));
  expect(operations).toHaveLength(count);
  expect(new Set(operations.map(({ id }) => id)).size).toBe(count);
});

test('a copy has its own schemas and errors, and shares the errors of any operation', () => {
  synthesise('spec', folder, 280);
  const { operations, schemas, errors } = buildModel(assemble(loadSpec(folder)));
  const copy = operations.find(({ id }) => id === 'opportunity1One');
  expect(copy).toMatchObject({
    path: '/open-api/opportunity1/one',
    namespace: 'opportunity1',
    member: 'one',
  });
  expect(copy?.errors).toContainEqual({ name: 'OpportunityNotFound1', code: 1_022_201 });
  expect(copy?.result?.properties?.opportunity).toEqual({ $ref: '#/components/schemas/Opportunity1' });
  expect(JSON.stringify(schemas.Opportunity1)).not.toMatch(/schemas\/[A-Za-z]+"/);
  expect(errors).not.toHaveProperty('AccessTokenInvalid1');
});
