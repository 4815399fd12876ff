import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, inSpec, SOUND } from '../support/spec-folder.ts';

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', ...args], { encoding: 'utf8' });

  test.each([
    ['an unknown option', ['--nope'], 2, /Unknown option '--nope'/],
    ['an unknown language', ['--lang', 'fr'], 2, /--lang fr: write en or zh/],
    ['a language without a value', ['--lang'], 2, /'--lang <value>' argument missing/],
    ['no such specification', ['--spec', 'nowhere'], 2, /no such file or folder/],
    ['help', ['--help'], 0, /Exit codes:/],
  ])('%s', (_, args, code, says) => {
    const { status, stdout, stderr } = run(...args);
    expect(`${stdout}${stderr}`).toMatch(says);
    expect(status).toBe(code);
  });

  test('a mistake exits 1, is printed with its place, and writes nothing', () => {
    const folder = folderOf(inSpec({ ...SOUND, 'schemas/Thing.yaml': 'type: object\nrequired: id\n' }));
    const { status, stderr } = run('--spec', join(folder, 'spec'), '--out', join(folder, 'out'));
    expect(stderr).toMatch(/Thing\.yaml:2:1 shape: "required" is the string "id"\n {4}fix: write a list/);
    expect(stderr).toContain('nothing was written');
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('what is only odd is a warning with its place', () => {
    const folder = folderOf(inSpec({ ...SOUND, 'schemas/Thing.yaml': 'type: objekt\nrequird: [id]\n' }));
    const { status, stderr } = run('--spec', join(folder, 'spec'), '--out', join(folder, 'out'));
    expect(stderr).toMatch(
      /warning: .*Thing\.yaml:1:1 unknown-key: the type "objekt" is not one of JSON Schema\n/,
    );
    expect(stderr).toMatch(/warning: .*Thing\.yaml:2:1 unknown-key: "requird" .*\n {4}fix: write required:/);
    expect(status).toBe(0);
  });

  test.each([
    ['below a file', 'file/out', 'ENOTDIR in mkdir'],
    ['that is a file', 'file', 'EEXIST in mkdir'],
  ])('an output folder %s exits 1 with one sentence', (_, out, reason) => {
    const folder = folderOf(inSpec(SOUND));
    writeFileSync(join(folder, 'file'), 'kept');
    const { status, stderr } = run('--spec', join(folder, 'spec'), '--out', join(folder, out));
    expect(stderr).toContain(`${join(folder, out)} cannot be used (${reason})`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
  });
});
