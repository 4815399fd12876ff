import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { runChanges } from '../../../scripts/changes/command-line.ts';
import type { FactField } from '../../../scripts/evidence/facts/facts.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown } from '../../support/render-page.ts';
import { runCommand } from '../../support/run-command.ts';
import { applyPlace, lineChanges } from './apply-place.ts';

// The example in docs/following-the-documentation.md: a real page that was captured in two versions.
test('the second version of group_chat/batch_mark_tag: two changes, one conflict, a major version', async () => {
  const place = applyPlace();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: place.folder,
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'the first version');

  const first = factsAt('/open-api/group_chat/batch_mark_tag');
  const detail = first.response?.fields?.find(({ name }) => name === 'detail');
  const required = true as const;
  const fields: FactField[] = [
    { name: 'status_code', type: 'integer', required },
    { name: 'status_message', type: 'string', required },
    { name: 'success', type: 'boolean', required },
    {
      name: 'detail',
      type: 'object',
      required,
      fields: [...(detail?.fields ?? []), { name: 'tag_name_list', type: 'array<string>', required }],
    },
  ];
  const file = 'paths/group_chat/batch_mark_tag.yaml';
  const before = place.read(file);
  const { code, out } = await place.apply(renderMarkdown(pageOfFacts({ ...first, response: { fields } })));
  expect(lineChanges(before, place.read(file))).toEqual([
    '+  x-envelope: status',
    '-                required: [fail_list, fail_num, remove_tag_num, success_num, tag_num]',
    '+                required: [fail_list, fail_num, remove_tag_num, tag_name_list, success_num, tag_num]',
  ]);
  expect(out).toMatch(
    /conflict: \S+ answer detail\.tag_name_list: presence[\s\S]*fix: the page now says what was curated: remove the correction/,
  );
  expect(code).toBe(1);

  const report = JSON.parse((await runCommand(runChanges, ['HEAD', '--json', '--spec', place.spec])).out);
  expect(report.bump).toBe('major');
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      rule: 'envelope-changed',
      severity: 'breaking',
      operation: 'groupChatBatchMarkTag',
    }),
  );
});
