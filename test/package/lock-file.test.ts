import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gapsOf, type LockFile, packagesWithInstallScripts } from './lock-gaps.ts';

const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'));

// Why a gap cannot be filled, by the message that reports it. `node .ci/complete-lock.mjs` fills gaps from the registry.
const KNOWN_GAPS: Readonly<Record<string, string>> = {};

// The purpose of each install script, and why the project does not need it: .npmrc turns them all off.
const SCRIPTS_LEFT_OUT: Readonly<Record<string, string>> = {
  esbuild: 'Replaces its command by the binary, to save a Node process; the API starts the binary directly.',
  'msgpackr-extract':
    'Compiles a faster reader of text where no compiled one is installed; msgpackr, of BullMQ, works without it.',
  msw: 'Copies a service worker into a folder that package.json may name; ours names none.',
};

test('the lock file pins each package by its content, on every platform', () => {
  expect(gapsOf(lock)).toEqual(Object.keys(KNOWN_GAPS));
});

test('every install script is known, and none runs', () => {
  expect(packagesWithInstallScripts(lock)).toEqual(Object.keys(SCRIPTS_LEFT_OUT));
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

const resolved = 'https://registry.npmjs.org/a/-/a-1.0.0.tgz';
const locked = { version: '1.0.0', resolved, integrity: 'sha512-x' };
const gaps: [what: string, packages: LockFile['packages'], want: string[]][] = [
  ['a complete one', { '': {}, 'node_modules/a': locked, 'node_modules/b': { link: true } }, []],
  ['no integrity', { 'node_modules/@s/a': { version: '1.0.0', resolved } }, ['@s/a@1.0.0 has no integrity']],
  [
    'no URL',
    { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } },
    ['a@1.0.0 is not resolved from https://registry.npmjs.org/'],
  ],
  [
    'another registry',
    { 'node_modules/a': { ...locked, resolved: 'https://registry.example/a.tgz' } },
    ['a@1.0.0 is not resolved from https://registry.npmjs.org/'],
  ],
  [
    'a missing platform',
    { 'node_modules/a': { ...locked, optionalDependencies: { 'a-win32-x64': '1' } } },
    ['a-win32-x64, optional for a@1.0.0, is not locked'],
  ],
  [
    'platforms in its own and a parent node_modules',
    {
      'node_modules/a/node_modules/b': { ...locked, optionalDependencies: { c: '1', d: '1', e: '1' } },
      'node_modules/a/node_modules/b/node_modules/c': locked,
      'node_modules/a/node_modules/d': locked,
      'node_modules/e': locked,
    },
    [],
  ],
];

test.each(gaps)('a lock file with %s', (_, packages, want) => {
  expect(gapsOf({ packages })).toEqual(want);
});

test('a package with an install script is named once', () => {
  const scripted = { ...locked, hasInstallScript: true };
  const packages = {
    'node_modules/a': scripted,
    'node_modules/b/node_modules/a': scripted,
    'node_modules/b': locked,
  };
  expect(packagesWithInstallScripts({ packages })).toEqual(['a']);
});
