import { readFileSync, rmSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileFolder } from '../support/compile.ts';
import { readCodeBlocks } from './code-blocks.ts';
import { readDocument, twins } from './documents.ts';
import { NOT_RUN } from './not-run.ts';
import { commands, contentOf, programs } from './programs.ts';
import { COMPILED, writeProgram } from './run-program.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('TypeScript blocks', () => {
  beforeAll(() => rmSync(COMPILED, { recursive: true, force: true }));

  test('compile strictly, with the public names of the package', () => {
    const typed = programs.filter(({ language }) => language === 'ts');
    for (const program of typed) writeProgram(program, 'compile');
    expect(typed.length).toBeGreaterThan(20);
    expect(
      compileFolder(COMPILED, {
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
      }),
    ).toEqual([]);
  });
});

test.each(twins)('%s has the same blocks as %s, except for comments', (english, chinese) => {
  const [ours, theirs] = [english, chinese].map((path) => readCodeBlocks(readDocument(path).text));
  expect(theirs?.map(contentOf)).toEqual(ours?.map(contentOf));
});

test('every command is `weiban`, a script of package.json, or listed with the reason why no test runs it', () => {
  const unknown = commands.filter(
    ({ text }) =>
      !/^(npx )?weiban /.test(text) &&
      !Object.hasOwn(scripts, /^npm run ([\w:-]+)( -- .*)?$/.exec(text)?.[1] ?? '') &&
      !Object.hasOwn(NOT_RUN, text),
  );
  expect(unknown).toEqual([]);
  const known = commands.map(({ text }) => text);
  expect(Object.keys(NOT_RUN).filter((command) => !known.includes(command))).toEqual([]);
});
