import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { expect, onTestFinished, test } from 'vitest';
import { emitValidators } from '../../scripts/generate/emit-validators.ts';
import { emitYaml } from '../../scripts/generate/emit-yaml.ts';
import { generate } from '../../scripts/generate/generate.ts';
import { addChecksum } from '../../scripts/kit/checksum.ts';
import { openTextCache, type TextCache } from '../../scripts/kit/text-cache.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { bundle } from '../../scripts/spec/bundle.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { setParseCache } from '../../scripts/spec/parse-cache.ts';
import { flipBit, spreadBits } from '../support/flip-bit.ts';
import { folderOf, SOUND } from '../support/spec-folder.ts';

const FLIPS = 200;

/** The files of a project's folder with its own cache, without the files of the generator. */
const NO_GENERATOR = Object.fromEntries(
  [
    'scripts/kit/.keep',
    'scripts/spec/.keep',
    'scripts/evidence/.keep',
    'scripts/generate/.keep',
    'package-lock.json',
  ].map((file) => [file, '']),
);

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
    const folder = folderOf(
      Object.fromEntries(Object.entries(SOUND).map(([file, text]) => [`spec/${file}`, text])),
    );
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

test('--force does not trust the caches, and repairs them', async () => {
  const spec = Object.entries(SOUND).map(([file, text]) => [`spec/${file}`, text]);
  const folder = folderOf({ ...Object.fromEntries(spec), ...NO_GENERATOR });
  const cache = join(folder, 'node_modules/.cache/weiban-openapi');
  const run = async (mode: 'write' | 'force') => {
    const out = join(folder, 'out');
    rmSync(out, { recursive: true, force: true });
    await generate({ root: join(folder, 'spec/openapi.yaml'), out, project: folder, mode });
    return readFileSync(join(out, 'validators/thingOne.ts'), 'utf8');
  };
  const right = await run('write');
  const emitted = join(cache, 'emitted');
  const [version = '', ...lines] = readFileSync(emitted, 'utf8').trimEnd().split('\n');
  const wrong = serialize('wrong').toString('base64url');
  const wrongLines = lines.map((line) => addChecksum(`${line.split(' ')[1]} ${wrong}`));
  writeFileSync(emitted, [version, ...wrongLines, ''].join('\n'));
  expect(await run('write')).toContain('wrong');
  expect(await run('force')).toBe(right);
  expect(await run('write')).toBe(right);
});
