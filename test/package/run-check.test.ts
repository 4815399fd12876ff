import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findChromium } from '../support/find-chromium.ts';
import {
  type CheckContext,
  chooseChecks,
  countsOf,
  lineOf,
  MissingProgram,
  type PackageCheck,
  runCheck,
} from './run-check.ts';
import { lastLine, runProgram } from './run-program.ts';

const check = (name: string, run: PackageCheck['run'] = async () => name): PackageCheck => ({ name, run });
const all = [check('publint'), check('typescript-5.9-node16'), check('typescript-6.0-node16')];
const chosen: [names: string[], want: string[]][] = [
  [[], ['publint', 'typescript-5.9-node16', 'typescript-6.0-node16']],
  [['publint'], ['publint']],
  [['typescript'], ['typescript-5.9-node16', 'typescript-6.0-node16']],
  [
    ['typescript-6', 'pub'],
    ['publint', 'typescript-6.0-node16'],
  ],
];

test.each(chosen)('--only %j', (names, want) => {
  expect(chooseChecks(all, names).map(({ name }) => name)).toEqual(want);
});

test('--only with an unknown check is refused', () => {
  expect(() => chooseChecks(all, ['publint', 'nix'])).toThrow('--only nix');
});

// The cast is safe because no check here uses its context.
const context = {} as CheckContext;

test('a check passes, fails, or is skipped with the name of the missing program', async () => {
  const results = await Promise.all([
    runCheck(check('one'), context),
    runCheck(
      check('two', () => Promise.reject(new Error('broken\nhere'))),
      context,
    ),
    runCheck(
      check('three', () => Promise.reject(new MissingProgram('Chromium is not installed'))),
      context,
    ),
  ]);
  expect(results.map(({ name, status, detail }) => [name, status, detail])).toEqual([
    ['one', 'passed', 'one'],
    ['two', 'failed', 'broken\nhere'],
    ['three', 'skipped', 'Chromium is not installed'],
  ]);
  expect(countsOf(results)).toEqual({ passed: 1, failed: 1, skipped: 1 });
  expect(results.map(lineOf).join('\n')).toMatch(/failed +two .* broken\n +here\nskipped +three/);
});

test('the error of a failed program has its name and the end of its output', async () => {
  const options = { cwd: process.cwd() };
  expect(lastLine(await runProgram(process.execPath, ['-p', '"a\\nb"'], options))).toBe('b');
  await expect(
    runProgram(process.execPath, ['-e', 'console.error("why"); process.exit(3)'], options),
  ).rejects.toThrow(/ended with 3:\nwhy/);
  await expect(runProgram('no-such-program', [], options)).rejects.toThrow(/no-such-program/);
});

test('Chromium is found by the environment variable or on the path, or is missing', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  expect(findChromium({ CHROMIUM_PATH: '/no/such', PATH: '/no/such/folder' })).toBeUndefined();
});

const folder = mkdtempSync(join(tmpdir(), 'weiban-summarise-'));
afterAll(() => rmSync(folder, { recursive: true }));

function summarise(...reports: object[]): { status: number | null; last: string } {
  const files = reports.map((report, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(report));
    return file;
  });
  const { status, stdout } = spawnSync(process.execPath, ['.ci/summarise.mjs', ...files], {
    encoding: 'utf8',
  });
  return { status, last: lastLine(stdout) };
}

const passed = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, testResults: [] };
const broken = { ...passed, testResults: [{ status: 'failed', assertionResults: [] }] };
const summaries: [what: string, reports: object[], status: number, last: string][] = [
  ['both passed', [passed, { passed: 3, failed: 0, skipped: 0 }], 0, '8 passed, 0 failed, 1 skipped'],
  ['a failed check', [passed, { passed: 3, failed: 1, skipped: 1 }], 1, '8 passed, 1 failed, 2 skipped'],
  [
    'a suite that did not load',
    [broken, { passed: 3, failed: 0, skipped: 0 }],
    1,
    '8 passed, 1 failed, 1 skipped',
  ],
  [
    'checks that were skipped by name',
    [passed, { passed: 0, failed: 0, skipped: 1, results: [{ name: 'a', status: 'skipped' }] }],
    0,
    '5 passed, 0 failed, 2 skipped',
  ],
  ['nothing but skipped tests', [{ ...passed, numPassedTests: 0 }], 1, '0 passed, 0 failed, 1 skipped'],
  ['nothing ran', [passed, { passed: 0, failed: 0, skipped: 0 }], 1, '5 passed, 0 failed, 1 skipped'],
];

test.each(summaries)('.ci/summarise.mjs: %s', (_, reports, status, last) => {
  expect(summarise(...reports)).toEqual({ status, last });
});

test('.ci/summarise.mjs: a program that failed without a failed test counts as one failure', () => {
  const file = join(folder, 'passed.json');
  writeFileSync(file, JSON.stringify(passed));
  const lastLineFor = (exitCode: number) =>
    lastLine(
      spawnSync(process.execPath, ['.ci/summarise.mjs', `${file}:${exitCode}`], { encoding: 'utf8' }).stdout,
    );
  expect([0, 1].map(lastLineFor)).toEqual(['5 passed, 0 failed, 1 skipped', '5 passed, 1 failed, 1 skipped']);
});

test('.ci/summarise.mjs: a missing report counts as failed', () => {
  expect(() => execFileSync(process.execPath, ['.ci/summarise.mjs', join(folder, 'none.json')])).toThrow(
    /none\.json: no report was written/,
  );
});
