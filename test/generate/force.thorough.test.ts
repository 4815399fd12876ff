import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { generate } from '../../scripts/generate/generate.ts';
import { addChecksum } from '../../scripts/kit/checksum.ts';
import { folderOf, inSpec, SOUND } from '../support/spec-folder.ts';

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

test('--force does not trust the caches, and repairs them', async () => {
  const folder = folderOf({ ...inSpec(SOUND), ...NO_GENERATOR });
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
