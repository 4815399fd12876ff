import { expect, test } from 'vitest';
import { emitClient } from '../../scripts/generate/emit-client.ts';
import { modelOf } from '../support/spec-folder.ts';

test('a document without component schemas still has a module for them', () => {
  const model = { ...modelOf(), schemas: {} };
  const files = emitClient(model);
  expect(files['client.ts']).toMatch(/export type \* from .\.\/components\.ts/);
  expect(files['components.ts']).toContain('export {};');
});
