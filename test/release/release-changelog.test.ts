import { expect, test } from 'vitest';
import { releaseChangelog } from '../../scripts/release/release-changelog.ts';

const entry = { version: '0.2.0', date: '2026-11-25', changes: '' };
const older = '## 0.1.0 (2026-01-01)\n\n- First.\n';

test('the unreleased text becomes the entry, followed by the change report one heading level lower', () => {
  const text = `# Changelog\n\n## Unreleased\n\n- A command.\n\n${older}`;
  const changes = '### Breaking\n\n- `tagAdd` needs `name`. (argument-added-required)';
  expect(releaseChangelog(text, { ...entry, changes })).toBe(
    `# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-11-25)\n\n- A command.\n\n### The API\n\n#### Breaking\n\n- \`tagAdd\` needs \`name\`. (argument-added-required)\n\n${older}`,
  );
});

test('the first release', () => {
  expect(releaseChangelog('# Changelog\n\n## Unreleased\n\n- First.\n', entry)).toBe(
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-11-25)\n\n- First.\n',
  );
});

const bad: [what: string, text: string, message: RegExp][] = [
  ['no heading', `# Changelog\n\n${older}`, /no line "## Unreleased"/],
  ['an empty entry', `# Changelog\n\n## Unreleased\n\n${older}`, /nothing under "## Unreleased"/],
  [
    'a version with an entry',
    '# Changelog\n\n## Unreleased\n\n- x\n\n## 0.2.0 (2026-01-01)\n',
    /0\.2\.0 already has an entry/,
  ],
];

test.each(bad)('%s is refused', (_, text, message) => {
  expect(() => releaseChangelog(text, entry)).toThrow(message);
});
