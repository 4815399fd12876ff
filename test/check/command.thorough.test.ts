import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeSpec } from './small-spec.ts';

const OPERATION = 'paths/deal/add.yaml';

describe('npm run check', () => {
  test('as a process: the exit code, standard output and standard error', () => {
    const script = resolve(import.meta.dirname, '../../scripts/check.ts');
    const args = ['--import', 'tsx', script, '--spec', writeSpec({ [OPERATION]: ['dealAdd', 'addDeal'] })];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([1, expect.stringContaining('1 finding'), '']);
    // The second run reads the cache of the first, and still finds the places.
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe(stdout);
  });
});
