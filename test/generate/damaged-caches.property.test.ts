import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emitValidators } from '../../scripts/generate/emit-validators.ts';
import { emitYaml } from '../../scripts/generate/emit-yaml.ts';
import { openTextCache, type TextCache } from '../../scripts/kit/text-cache.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { bundle } from '../../scripts/spec/bundle.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { setParseCache } from '../../scripts/spec/parse-cache.ts';
import { flipBit, spreadBits } from '../support/flip-bit.ts';
import { runs } from '../support/runs.ts';
import { folderOf, inSpec, SOUND } from '../support/spec-folder.ts';

const FLIPS = runs(20, 200);

/** Generates with the current files of both caches, and saves them. */
function generateWith(folder: string, parsedFile: string, emittedFile: string) {
  const [parsed, emitted] = [openTextCache(parsedFile, '1'), openTextCache(emittedFile, '1')];
  setParseCache(parsed);
  const files = generateFrom(folder, emitted);
  parsed.save();
  emitted.save();
  return files;
}

/** Generates everything that uses a cache: the specification's values, the validators and the bundle. */
function generateFrom(folder: string, emitted?: TextCache) {
  const model = buildModel(assemble(loadSpec(join(folder, 'spec'))));
  return { model, validators: emitValidators(model, emitted), yaml: emitYaml(bundle(model), emitted) };
}

test.each(['parsed', 'emitted'])(
  'the output is correct whichever bit of the cache of %s texts is damaged',
  (name) => {
    onTestFinished(() => setParseCache(undefined));
    const folder = folderOf(inSpec(SOUND));
    const right = generateFrom(folder);
    const [parsed, emitted] = [join(folder, 'parsed'), join(folder, 'emitted')];
    generateWith(folder, parsed, emitted);
    const file = join(folder, name);
    const bytes = readFileSync(file);
    for (const bit of spreadBits(bytes, FLIPS)) {
      writeFileSync(file, flipBit(bytes, bit));
      expect([bit, generateWith(folder, parsed, emitted)]).toEqual([bit, right]);
      // The lost entry is there again, and correct.
      expect([bit, generateWith(folder, parsed, emitted)]).toEqual([bit, right]);
    }
  },
);
