import { expect, test } from 'vitest';
import { emitValidators } from '../../scripts/emit/emit-validators.ts';
import type { TextCache } from '../../scripts/spec/text-cache.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';

const changed = { 'schemas/Thing.yaml': `${SOUND['schemas/Thing.yaml']}  size: {type: integer}\n` };

/** A cache that counts what it could give. */
function counting() {
  const known = new Map<string, unknown>();
  const counts = { hits: 0, misses: 0 };
  const cache: TextCache = {
    get(text) {
      counts[known.has(text) ? 'hits' : 'misses']++;
      return known.has(text) ? { value: known.get(text) } : undefined;
    },
    set: (text, value) => known.set(text, value),
    save: () => undefined,
  };
  return { cache, counts };
}

test('a validator that is known is the one that would be made, and a changed schema is another one', () => {
  const { cache, counts } = counting();
  const made = emitValidators(modelOf());
  expect(emitValidators(modelOf(), cache)).toEqual(made);
  expect(counts).toEqual({ hits: 0, misses: 1 });
  expect(emitValidators(modelOf(), cache)).toEqual(made);
  expect(counts).toEqual({ hits: 1, misses: 1 });
  expect(emitValidators(modelOf(changed), cache)).toEqual(emitValidators(modelOf(changed)));
  expect(counts).toEqual({ hits: 1, misses: 2 });
});
