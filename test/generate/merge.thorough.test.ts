// Two people edit the specification and generate, each on a separate branch; then the branches are merged.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from '../../scripts/generate/generate.ts';

interface Edit {
  readonly file: string;
  /** Returns the new text of the file. It adds a word that occurs in everything generated from it. */
  readonly apply: (text: string) => string;
  readonly word: string;
}

let folder: string;
let base: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weiban-merge-'));
  cpSync('spec', join(folder, 'spec'), { recursive: true });
  rmSync(join(folder, 'spec/docs'), { recursive: true });
  git('init', '--quiet', '--initial-branch', 'base');
  git('config', 'user.name', 'test');
  git('config', 'user.email', 'test@example.com');
  await run('write');
  base = commit('base');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const describeField = (schema: string, old: string, word: string): Edit => ({
  file: `spec/schemas/${schema}.yaml`,
  apply: (text) => text.replace(old, `It is about ${word}.`),
  word,
});

const addField = (schema: string, before: string, word: string): Edit => ({
  file: `spec/schemas/${schema}.yaml`,
  apply: (text) => text.replace(before, `  ${word}: {type: string, description: A new field.}\n${before}`),
  word,
});

const addOperation = (from: string, to: string, id: string, word: string): Edit => ({
  file: `spec/paths/${to}.yaml`,
  apply: () =>
    readFileSync(join(folder, `spec/paths/${from}.yaml`), 'utf8').replace(
      /operationId: .*/,
      `operationId: ${id}`,
    ),
  word,
});

const cases: [name: string, first: Edit, second: Edit][] = [
  [
    'a description in each of two schemas',
    describeField('Opportunity', 'Whether the opportunity is deleted.', 'xylophones'),
    describeField('Staff', 'URL of the avatar.', 'zeppelins'),
  ],
  [
    'a field in each of two schemas',
    addField('Opportunity', '  deleted:', 'xylophone'),
    addField('Staff', '  avatar:', 'zeppelin'),
  ],
  [
    'a field in each of two schemas of the same answer',
    addField('Opportunity', '  deleted:', 'xylophone'),
    addField('OpportunityStaff', '  avatar:', 'zeppelin'),
  ],
  [
    'an operation in each of two categories',
    addOperation('tag/sync', 'tag/xylophone', 'tagXylophone', 'xylophone'),
    addOperation('workorder/update', 'workorder/zeppelin', 'workorderZeppelin', 'zeppelin'),
  ],
];

test.each(cases)('%s: they merge, and each changes only the files that show it', async (_, first, second) => {
  for (const [branch, edit] of [
    ['first', first],
    ['second', second],
  ] as const) {
    git('checkout', '--quiet', '-B', branch, base);
    expect((await edited(edit)).sort()).toEqual(filesWith(edit.word));
  }
  git('checkout', '--quiet', '-B', 'merged', 'first');
  expect(git('merge', '--no-edit', 'second')).not.toContain('CONFLICT');
  expect(await run('check')).toEqual([]);
});

/** Makes an edit, generates and commits. Returns the generated files that changed. */
async function edited({ file, apply }: Edit): Promise<string[]> {
  const path = join(folder, file);
  const before = git('ls-tree', 'HEAD', file) === '' ? '' : readFileSync(path, 'utf8');
  const after = apply(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  await run('write');
  const changed = commit('edit');
  return git('diff', '--name-only', `${changed}~`, changed, '--', 'generated').split('\n').filter(Boolean);
}

/** The generated files whose text or name contains a word, in any case. */
function filesWith(word: string): string[] {
  const inText = git('grep', '--ignore-case', '--files-with-matches', word, '--', 'generated');
  const inName = git('ls-files', `:(icase)generated/*${word}*`);
  return [...new Set(`${inText}${inName}`.split('\n').filter(Boolean))].sort();
}

/** Generates. Returns the names of stale files. */
async function run(mode: 'write' | 'check'): Promise<readonly string[]> {
  const { stale } = await generate({
    root: join(folder, 'spec/openapi.yaml'),
    out: join(folder, 'generated'),
    recordings: 'test/recordings',
    project: process.cwd(),
    mode,
  });
  return stale;
}

function commit(message: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD').trim();
}

/** Runs git in the folder. A merge with conflicts does not count as a failure. */
function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0 && args[0] !== 'merge') throw new Error(`git ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout + stderr;
}
