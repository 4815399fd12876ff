import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runChanges } from '../../scripts/changes/command-line.ts';
import { DOCUMENTED } from '../support/page-of-facts.ts';
import { runCommand } from '../support/run-command.ts';

// A small specification in its own repository, with the two captured versions of group_chat/batch_mark_tag: one answers
// with errcode, the other with status_code.
const folder = mkdtempSync(join(tmpdir(), 'weiban-changes-'));
const spec = join(folder, 'spec');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder });

beforeAll(() => {
  cpSync(DOCUMENTED, spec, { recursive: true });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'errcode');
  git('tag', 'first');
  const file = join(spec, 'paths/group_chat/batch_mark_tag.yaml');
  const text = readFileSync(file, 'utf8').replace(
    '  x-limit: bulk\n',
    '  x-limit: bulk\n  x-envelope: status\n',
  );
  writeFileSync(file, text);
  git('commit', '-qam', 'status_code');
  git('tag', 'second');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a changed envelope, as in the two versions of batch_mark_tag, is breaking and requires a major version', async () => {
  const { code, out } = await runCommand(runChanges, ['first', 'second', '--spec', spec]);
  expect(code).toBe(0);
  expect(out).toContain('### Breaking');
  expect(out).toContain(
    '`groupChatBatchMarkTag` answers in the envelope status instead of errcode. (envelope-changed)',
  );
  expect(out).toContain('1 breaking, 0 risky, 0 safe: a major version');
  expect(JSON.parse((await runCommand(runChanges, ['first', '--json', '--spec', spec])).out)).toMatchObject({
    bump: 'major',
    findings: [{ rule: 'envelope-changed', severity: 'breaking', operation: 'groupChatBatchMarkTag' }],
  });
});

test('a state compared with itself has no changes', async () => {
  expect((await runCommand(runChanges, ['second', '--spec', spec])).out).toBe(
    'No change affects consumers of the package.',
  );
});

const bad: [args: string[], message: RegExp][] = [
  [[], /one git ref or two/],
  [['a', 'b', 'c'], /one git ref or two/],
  [['no-such-tag'], /git-state: the specification at "no-such-tag" cannot be read/],
  [['--upload-pack=x'], /Unknown option/],
];

test.each(bad)('%j is refused', async (args, message) => {
  const { code, out, err } = await runCommand(runChanges, [...args, '--spec', spec]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(message);
});
