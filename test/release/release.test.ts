import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runRelease } from '../../scripts/release/command-line.ts';
import { planRelease } from '../../scripts/release/plan-release.ts';
import { checkPreviousTypes } from '../../scripts/release/previous-types.ts';
import { readRepository } from '../../scripts/release/repository.ts';
import { writeRelease } from '../../scripts/release/write-release.ts';
import { type SmallProject, smallProject } from './small-project.ts';

const PATH = 'spec/paths/group_chat/batch_mark_tag.yaml';

let project: SmallProject;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());
const at = (name: string) => project.at(name);
const git = (...args: string[]) => project.git(...args);
const commit = (message: string) => project.commit(message);

function changeEnvelope(): void {
  const text = readFileSync(at(PATH), 'utf8');
  writeFileSync(at(PATH), text.replace('  x-limit: bulk\n', '  x-limit: bulk\n  x-envelope: status\n'));
  commit('status_code');
}

async function dryRun(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const now = () => new Date('2026-11-25T12:00:00Z');
  const code = await runRelease(['--dry-run', '--skip-gates', ...args], {
    folder: project.folder,
    say: (line) => lines.push(line),
    now,
  });
  return { code, said: lines.join('\n') };
}

const plan = () =>
  planRelease({
    folder: project.folder,
    repository: readRepository(project.folder),
    atLeast: 'patch',
    date: '2026-11-25',
  });

test('the first release has the version of package.json, and writes nothing when dry', async () => {
  const { code, said } = await dryRun();
  expect(code).toBe(0);
  expect(said).toMatch(/this is the first/);
  expect(said).toMatch(/version 0\.1\.0, tag v0\.1\.0, after none/);
  expect(said).toMatch(/## 0\.1\.0 \(2026-11-25\)\n *\n {4}- First\./);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('tag')).toBe('');
});

test('a change that breaks callers is a major one: the minor number before 1.0.0', async () => {
  git('tag', 'v0.1.0');
  changeEnvelope();
  const { code, said } = await dryRun();
  expect(code).toBe(0);
  expect(said).toMatch(/version 0\.2\.0, tag v0\.2\.0, after v0\.1\.0/);
  expect(said).toMatch(/### The API\n *\n {4}#### Breaking\n *\n {4}- `groupChatBatchMarkTag`/);
});

test('a person knows of the code what the specification does not say', async () => {
  git('tag', 'v0.1.0');
  expect((await dryRun()).said).toMatch(/version 0\.1\.1/);
  expect((await dryRun('--at-least', 'major')).said).toMatch(/version 0\.2\.0/);
});

const refusals: [what: string, prepare: () => void, said: RegExp][] = [
  ['another branch', () => git('switch', '-qc', 'topic'), /the branch is topic.*git switch main/],
  [
    'an uncommitted file',
    () => writeFileSync(at('new.txt'), ''),
    /1 file\(s\) are not committed, new\.txt first/,
  ],
  [
    'a version that is not the last release',
    () => {
      git('tag', 'v0.0.9');
    },
    /package\.json says 0\.1\.0 and the last release is v0\.0\.9/,
  ],
];

test.each(refusals)('%s is refused', async (_, prepare, said) => {
  prepare();
  const dry = await dryRun();
  expect(dry.code).toBe(1);
  expect(dry.said).toMatch(said);
});

test('a tag that exists elsewhere is not made again', () => {
  git('switch', '-qc', 'other');
  writeFileSync(at('other.txt'), '');
  commit('other');
  git('tag', 'v0.1.0');
  git('switch', '-q', 'main');
  expect(plan().refusals).toEqual([expect.stringMatching(/the tag v0\.1\.0 exists already/)]);
});

const wrong: [args: string[], said: RegExp][] = [
  [['--at-least', 'huge'], /it is patch, minor or major/],
  [['--publish'], /Unknown option/],
  [['--skip-gates'], /goes with --dry-run alone/],
];

test.each(wrong)('%j are wrong arguments', async (args, said) => {
  const lines: string[] = [];
  expect(await runRelease(args, { folder: project.folder, say: (line) => lines.push(line) })).toBe(2);
  expect(lines.join('\n')).toMatch(said);
});

test('a release is written wherever the version stands, committed and tagged', () => {
  git('tag', 'v0.1.0');
  changeEnvelope();
  const files = writeRelease(project.folder, plan());
  readRepository(project.folder).commitAndTag(files, 'chore: release v0.2.0', 'v0.2.0');
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

test('a file that does not say the version stops it before any is written', () => {
  const planned = plan();
  writeFileSync(at('spec/openapi.yaml'), 'openapi: 3.1.0\n');
  expect(() => writeRelease(project.folder, planned)).toThrow(
    /spec\/openapi\.yaml: no line says the version/,
  );
  expect(readFileSync(at('CHANGELOG.md'), 'utf8')).not.toContain('0.1.0');
});

test('before the first release there are none, and it says so', () => {
  expect(checkPreviousTypes(project.folder, readRepository(project.folder))).toEqual({
    status: 'none',
    text: 'there is no release before this one',
  });
});
