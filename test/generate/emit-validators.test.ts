import { expect, test } from 'vitest';
import { emitValidators } from '../../scripts/generate/emit-validators.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';
import { memoryCache } from './memory-cache.ts';

const changed = { 'schemas/Thing.yaml': `${SOUND['schemas/Thing.yaml']}  size: {type: integer}\n` };

test('a cached validator equals a new one, and a changed schema gets a new validator', () => {
  const { cache, created } = memoryCache();
  const want = emitValidators(modelOf());
  expect(emitValidators(modelOf(), cache)).toEqual(want);
  expect(created).toHaveLength(1);
  expect(emitValidators(modelOf(), cache)).toEqual(want);
  expect(created).toHaveLength(1);
  expect(emitValidators(modelOf(changed), cache)).toEqual(emitValidators(modelOf(changed)));
  expect(created).toHaveLength(2);
});

test('an enum of more than 200 values needs no module of ajv', () => {
  const values = Array.from({ length: 201 }, (_, at) => `v${at}`);
  const thing = SOUND['schemas/Thing.yaml']!.replace(
    'x-known-values: [red, green]',
    `enum: [${values.join(', ')}]`,
  );
  const text = emitValidators(modelOf({ 'schemas/Thing.yaml': thing })).get('validators/thingOne.ts');
  expect(text).toContain('"v200"');
  expect(text).not.toMatch(/\brequire\(|^import /m);
});
