import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitYaml } from '../../scripts/generate/emit-yaml.ts';
import { runs } from '../support/runs.ts';
import { memoryCache } from './memory-cache.ts';

test('a document that is written in parts, cached or not, parses to the same value', () => {
  const { cache } = memoryCache();
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...`a \n#:-'"|>{}[],\u2028\u2029`), maxLength: 60 }),
    // Long enough to be folded.
    fc.string({
      unit: fc.constantFrom('word ', 'two words', '  ', ': ', ' #', '\n', "'", '"'),
      minLength: 15,
      maxLength: 60,
    }),
  );
  // JSON has no -0.
  const json = fc
    .jsonValue({ maxDepth: 5, stringUnit: 'binary' })
    .map((value): unknown => JSON.parse(JSON.stringify(value)));
  const document = fc.dictionary(text, json, { maxKeys: 4 });
  fc.assert(
    fc.property(document, text, (given, more) => {
      const document = { ...given, [more]: { [more]: { [more]: more } } };
      const written = emitYaml(document);
      expect(parse(written)).toEqual(document);
      expect(emitYaml(document, cache)).toBe(written);
      expect(emitYaml(document, cache)).toBe(written);
    }),
    { numRuns: runs(500) },
  );
});

test.each([
  [{}],
  [{ a: {} }],
  [{ a: { b: undefined, c: 1 } }],
  [{ a: { b: { c: undefined } } }],
  [{ a: { b: { c: { d: 'p\u2028q' } } } }],
])('%j', (document) => {
  expect(parse(emitYaml(document))).toEqual(JSON.parse(JSON.stringify(document)));
});

test('only the changed part is written again', () => {
  const { created, cache } = memoryCache();
  const document = {
    paths: { '/a': { get: { x: 1 } }, '/b': { get: { x: 1 } } },
    components: { schemas: { A: {} } },
  };
  emitYaml(document, cache);
  const before = created.length;
  document.paths['/b'].get.x = 2;
  expect(parse(emitYaml(document, cache))).toEqual(document);
  expect(created.length).toBe(before + 1);
});
