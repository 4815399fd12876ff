import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tools } from './rows/index.ts';

test.each([
  ['docs/other-languages.md', 'en'],
  ['docs/zh/other-languages.md', 'zh'],
] as const)('the table of %s has every tool that check:languages runs, and no other', (path, language) => {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^\| .* \| \d/.test(line))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
  expect(rows).toEqual(
    tools.map(({ language: name, tool, version, note }) => [name, tool, version, note[language]]),
  );
});
