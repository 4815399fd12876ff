import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPreviousTypes } from '../../scripts/release/previous-types.ts';
import { readRepository } from '../../scripts/release/repository.ts';
import { type SmallProject, smallProject } from './small-project.ts';

let folder: string;
let at: SmallProject['at'];
let git: SmallProject['git'];
beforeEach(() => {
  ({ folder, at, git } = smallProject());
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(declaration: string): void {
  mkdirSync(at('dist'), { recursive: true });
  mkdirSync(at('node_modules'), { recursive: true });
  for (const name of ['typescript', '@types', 'undici-types'])
    symlinkSync(resolve('node_modules', name), at(`node_modules/${name}`));
  writeFileSync(
    at('dist/package.json'),
    JSON.stringify({ name: 'weiban-openapi', type: 'module', exports: { '.': { types: './index.d.ts' } } }),
  );
  writeFileSync(at('dist/index.d.ts'), declaration);
}

const builds: [what: string, declaration: string, status: string, text: RegExp][] = [
  [
    'the same types',
    'export declare const answer: string;',
    'compile',
    /the 1 type test\(s\) of v0\.1\.0 compile/,
  ],
  ['another type', 'export declare const answer: number;', 'broken', /client\.test-d\.ts.*not assignable/],
  ['a removed name', 'export {};', 'broken', /no exported member/],
];

test.each(builds)('type tests of the last release against %s', (_, declaration, status, text) => {
  git('tag', 'v0.1.0');
  // The tests in the working tree must not be used.
  writeFileSync(at('test/types/client.test-d.ts'), 'export {};\n');
  build(declaration);
  const types = checkPreviousTypes(folder, readRepository(folder));
  expect(types.status).toBe(status);
  expect(types.text).toMatch(text);
});
