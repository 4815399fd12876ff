import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documents, linesOf, readDocument, twins } from './documents.ts';
import { anchorsOf, leadsSomewhere, relativeTargets } from './links.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const decisions = readdirSync('docs/adr').map((name) => join('docs/adr', name));
const linked = [
  ...documents,
  ...['CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md', ...decisions]
    .filter(existsSync)
    .map(readDocument),
];

test.each(linked.map((document) => [document.path, document] as const))(
  'the links of %s lead to files and headings that exist',
  (_, document) => {
    const dead = relativeTargets(document).filter((target) => !leadsSomewhere(document, target));
    expect(dead).toEqual([]);
  },
);

test.each(documents.map((document) => [document.path, document] as const))(
  '%s is short',
  (path, document) => {
    expect(linesOf(document).length).toBeLessThanOrEqual(path.startsWith('README') ? 150 : 120);
  },
);

describe.each(twins)('%s and %s', (english, chinese) => {
  test('exist and link to each other after their title', () => {
    for (const [path, twin] of [
      [english, chinese],
      [chinese, english],
    ] as const) {
      const [title, , languages] = linesOf(readDocument(path));
      expect(title).toMatch(/^# /);
      expect(languages).toContain(`(${relative(dirname(path), twin)})`);
    }
  });
});

describe.each(documents.map((document) => [document.path, document] as const))('%s', (_, { text }) => {
  test('names scripts of package.json', () => {
    const named = Array.from(text.matchAll(/npm run ([\w:-]+)/g), ([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('names examples and tests that exist', () => {
    const named = Array.from(
      text.matchAll(/`((?:examples|test|scripts|src|spec)\/[\w/.-]*)`/g),
      ([, name = '']) => name,
    );
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});

test('the READMEs link to every guide of their language', () => {
  for (const [readme, folder] of [
    ['README.md', 'docs'],
    ['README.zh-CN.md', 'docs/zh'],
  ] as const) {
    const targets = relativeTargets(readDocument(readme));
    const guides = documents.map(({ path }) => path).filter((path) => dirname(path) === folder);
    expect(guides.filter((path) => !targets.includes(path))).toEqual([]);
  }
});

test('the commands for a new machine are on the first screen, unchanged', () => {
  for (const path of ['README.md', 'README.zh-CN.md']) {
    const top = linesOf(readDocument(path)).slice(0, 40);
    expect(top).toContain('    npm ci && npm run generate');
    expect(top).toContain('    npm ci && npm test');
  }
});

test('anchors equal those of GitHub', () => {
  const text =
    '# A title: `weiban.http` & more\n\n## 安装，以及 msw\n\n```sh\n# no heading\n```\n\n## Twice\n\n## Twice\n';
  expect(anchorsOf({ path: 'any.md', text })).toEqual([
    'a-title-weibanhttp--more',
    '安装以及-msw',
    'twice',
    'twice-1',
  ]);
});
