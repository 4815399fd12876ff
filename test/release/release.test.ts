import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRelease } from '../../scripts/release/command-line.ts';
import { planRelease } from '../../scripts/release/plan-release.ts';
import { checkPreviousTypes } from '../../scripts/release/previous-types.ts';
import { readRepository } from '../../scripts/release/repository.ts';
import { writeRelease } from '../../scripts/release/write-release.ts';
import { runCommand } from '../support/run-command.ts';
import { type SmallProject, smallProject } from './small-project.ts';

const PATH = 'spec/paths/group_chat/batch_mark_tag.yaml';

let folder: string;
let at: SmallProject['at'];
let git: SmallProject['git'];
let commit: SmallProject['commit'];
beforeEach(() => {
  ({ folder, at, git, commit } = smallProject());
});
afterEach(() => rmSync(folder, { recursive: true }));

function changeEnvelope(): void {
  const text = readFileSync(at(PATH), 'utf8');
  writeFileSync(at(PATH), text.replace('  x-limit: bulk\n', '  x-limit: bulk\n  x-envelope: status\n'));
  commit('status_code');
}

async function dryRun(...args: string[]): Promise<{ code: number; said: string }> {
  const now = () => new Date('2026-11-25T12:00:00Z');
  const release = createRelease({ folder, now });
  const { code, out } = await runCommand(release, ['--dry-run', '--skip-gates', ...args]);
  return { code, said: out };
}

const plan = () =>
  planRelease({ folder, repository: readRepository(folder), atLeast: 'patch', date: '2026-11-25' });

test('the first release has the version in package.json, and a dry run writes nothing', async () => {
  const { code, said } = await dryRun();
  expect(code).toBe(0);
  expect(said).toMatch(/this is the first/);
  expect(said).toMatch(/version 0\.1\.0, tag v0\.1\.0, after none/);
  expect(said).toMatch(/## 0\.1\.0 \(2026-11-25\)\n *\n {4}- First\./);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('tag')).toBe('');
});

test('before 1.0.0, a breaking change raises the minor number', async () => {
  git('tag', 'v0.1.0');
  changeEnvelope();
  const { code, said } = await dryRun();
  expect(code).toBe(0);
  expect(said).toMatch(/version 0\.2\.0, tag v0\.2\.0, after v0\.1\.0/);
  expect(said).toMatch(/### The API\n *\n {4}#### Breaking\n *\n {4}- `groupChatBatchMarkTag`/);
});

test('--at-least raises the version for changes to the code', async () => {
  git('tag', 'v0.1.0');
  expect((await dryRun()).said).toMatch(/version 0\.1\.1/);
  expect((await dryRun('--at-least', 'major')).said).toMatch(/version 0\.2\.0/);
});

const refusals: [what: string, prepare: () => void, said: RegExp][] = [
  ['another branch', () => git('switch', '-qc', 'topic'), /the branch is topic.*git switch main/],
  [
    'an uncommitted file',
    () => writeFileSync(at('new.txt'), ''),
    /1 file\(s\) are not committed, such as new\.txt/,
  ],
  [
    'a version that is not the last release',
    () => {
      git('tag', 'v0.0.9');
    },
    /package\.json has the version 0\.1\.0, but the last release is v0\.0\.9/,
  ],
];

test.each(refusals)('%s is refused', async (_, prepare, said) => {
  prepare();
  const dry = await dryRun();
  expect(dry.code).toBe(1);
  expect(dry.said).toMatch(said);
});

test('a tag that exists on another branch is not reused', () => {
  git('switch', '-qc', 'other');
  writeFileSync(at('other.txt'), '');
  commit('other');
  git('tag', 'v0.1.0');
  git('switch', '-q', 'main');
  expect(plan().refusals).toEqual([expect.stringMatching(/the tag v0\.1\.0 exists already/)]);
});

const wrong: [args: string[], said: RegExp][] = [
  [['--at-least', 'huge'], /takes patch, minor or major, not huge/],
  [['--publish'], /Unknown option/],
  [['--skip-gates'], /--skip-gates needs --dry-run/],
];

test.each(wrong)('%j is refused', async (args, said) => {
  const { code, out, err } = await runCommand(createRelease({ folder }), args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(said);
});

test('a release updates every file that contains the version, and is committed and tagged', () => {
  git('tag', 'v0.1.0');
  changeEnvelope();
  const files = writeRelease(folder, plan());
  readRepository(folder).commitAndTag(files, 'chore: release v0.2.0', 'v0.2.0');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('tag', '--points-at', 'HEAD').trim()).toBe('v0.2.0');
  expect(JSON.parse(readFileSync(at('package.json'), 'utf8'))).toEqual({
    name: 'weiban-openapi',
    version: '0.2.0',
    x: 1,
  });
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  expect([lock.version, lock.packages[''].version, lock.packages['node_modules/a'].version]).toEqual([
    '0.2.0',
    '0.2.0',
    '0.1.0',
  ]);
  expect(readFileSync(at('spec/openapi.yaml'), 'utf8')).toMatch(/^ {2}version: 0\.2\.0$/m);
});

test('a file without the version stops the release before anything is written', () => {
  const planned = plan();
  writeFileSync(at('spec/openapi.yaml'), 'openapi: 3.1.0\n');
  expect(() => writeRelease(folder, planned)).toThrow(/spec\/openapi\.yaml: no line contains the version/);
  expect(readFileSync(at('CHANGELOG.md'), 'utf8')).not.toContain('0.1.0');
});

test('before the first release there are no type tests to compile', () => {
  expect(checkPreviousTypes(folder, readRepository(folder))).toEqual({
    status: 'none',
    text: 'there is no earlier release',
  });
});
