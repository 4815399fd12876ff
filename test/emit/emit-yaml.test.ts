import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitYaml } from '../../scripts/emit/emit-yaml.ts';
import type { TextCache } from '../../scripts/spec/text-cache.ts';
import { yamlText } from '../../scripts/spec/yaml-text.ts';

function memory() {
  const kept = new Map<string, unknown>();
  const cache: TextCache = {
    get: (text) => (kept.has(text) ? { value: kept.get(text) } : undefined),
    set: (text, value) => void kept.set(text, value),
    save: () => undefined,
  };
  return { kept, cache };
}

test('in parts, remembered or not, a document is written as it is in one', () => {
  const { cache } = memory();
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...`a \n#:-'"|>{}[],`), maxLength: 60 }),
  );
  const document = fc.dictionary(text, fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), { maxKeys: 4 });
  fc.assert(
    fc.property(document, text, (given, more) => {
      const whole = { ...given, [more]: { [more]: { [more]: more } } };
      const want = yamlText(whole, 0);
      expect(emitYaml(whole)).toBe(want);
      expect(emitYaml(whole, cache)).toBe(want);
      expect(emitYaml(whole, cache)).toBe(want);
    }),
  );
});

test('what changed is written anew, and nothing else', () => {
  const { kept, cache } = memory();
  const document = {
    paths: { '/a': { get: { x: 1 } }, '/b': { get: { x: 1 } } },
    components: { schemas: { A: {} } },
  };
  emitYaml(document, cache);
  const before = kept.size;
  document.paths['/b'].get.x = 2;
  expect(parse(emitYaml(document, cache))).toEqual(document);
  expect(kept.size).toBe(before + 1);
});
