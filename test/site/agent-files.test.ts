import { beforeAll, expect, test } from 'vitest';
import { agentFiles } from '../../scripts/site/agent-files.ts';
import { readGuides } from '../../scripts/site/guides.ts';
import { buildSite } from '../../scripts/site/site-pages.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';

let files: ReadonlyMap<string, string>;

beforeAll(() => {
  const guides = { en: readGuides('.', 'en', undefined), zh: readGuides('.', 'zh', undefined) };
  const model = buildModel(assemble(loadSpec('spec/openapi.yaml')));
  files = agentFiles(buildSite({ model, guides, answers: new Map() }), '/x/');
});

test.each(['', 'en/'])('every address in %sllms.txt leads to a file', (folder) => {
  const text = files.get(`${folder}llms.txt`) ?? '';
  const addresses = [...text.matchAll(/\]\((\/x\/[^)]+)\)/g)].map(([, address = '']) =>
    address.slice('/x/'.length),
  );
  expect(addresses.length).toBeGreaterThan(170);
  expect(addresses.filter((address) => !files.has(address))).toEqual([]);
  expect(addresses).toContain(`${folder}operations/opportunityOne.md`);
});

test.each([
  ['', '# 获取商机详情', '# 客户端'],
  ['en/', '# Get one opportunity', '# Client'],
])('%sllms-full.txt has the operations and the guides', (folder, ...parts) => {
  for (const part of parts) expect(files.get(`${folder}llms-full.txt`)).toContain(part);
});

test.each([
  ['a guide', 'en/guides/lists.md', /\]\(limits\.md\)/],
  ['nothing outside the site', 'en/guides/client.md', /^(?![\s\S]*\]\((?:\.\.|adr)\/)/],
  ['no twin, which the site links itself', 'guides/client.md', /^(?![\s\S]*\[English\])/],
])('a guide links %s', (_, name, pattern) => {
  expect(files.get(name)).toMatch(pattern);
});

test('with a repository, links to other files lead there', () => {
  const [guide] = readGuides('.', 'zh', 'https://example.com/repo/blob/main').filter(
    ({ name }) => name === 'release',
  );
  expect(guide?.text).toContain(
    '](https://example.com/repo/blob/main/docs/adr/0013-the-package-is-a-folder.md)',
  );
});
