import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPreviousTypes } from '../../scripts/release/previous-types.ts';
import { readRepository } from '../../scripts/release/repository.ts';
import { type SmallProject, smallProject } from './small-project.ts';

let project: SmallProject;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());

function build(declaration: string): void {
  mkdirSync(project.at('dist'), { recursive: true });
  mkdirSync(project.at('node_modules'), { recursive: true });
  for (const name of ['typescript', '@types', 'undici-types'])
    symlinkSync(resolve('node_modules', name), project.at(`node_modules/${name}`));
  writeFileSync(
    project.at('dist/package.json'),
    JSON.stringify({ name: 'weiban-openapi', type: 'module', exports: { '.': { types: './index.d.ts' } } }),
  );
  writeFileSync(project.at('dist/index.d.ts'), declaration);
}

const builds: [what: string, declaration: string, status: string, text: RegExp][] = [
  [
    'the same types',
    'export declare const answer: string;',
    'compile',
    /the 1 type test\(s\) of v0\.1\.0 compile/,
  ],
  ['another type', 'export declare const answer: number;', 'broken', /client\.test-d\.ts.*not assignable/],
  ['a name that is gone', 'export {};', 'broken', /no exported member/],
];

test.each(builds)('type tests of the last release against %s', (_, declaration, status, text) => {
  project.git('tag', 'v0.1.0');
  // What stands in the tree now does not count.
  writeFileSync(project.at('test/types/client.test-d.ts'), 'export {};\n');
  build(declaration);
  const types = checkPreviousTypes(project.folder, readRepository(project.folder));
  expect(types.status).toBe(status);
  expect(types.text).toMatch(text);
});
