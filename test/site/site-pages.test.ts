import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Downloads, readDownloads } from '../../scripts/site/downloads.ts';
import type { Language } from '../../scripts/site/page-words.ts';
import { buildSite, type SiteLanguage, type SitePage } from '../../scripts/site/site-pages.ts';
import { sourceFiles } from '../../scripts/site/source-files.ts';
import type { FieldView } from '../../scripts/site/view/field-view.ts';
import type { OperationView } from '../../scripts/site/view/operation-view.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';

let documents: ReadonlyMap<string, string>;
let site: SiteLanguage[];

beforeAll(() => {
  documents = readDownloads('.');
  const model = buildModel(assemble(loadSpec('spec/openapi.yaml')));
  const answers = new Map([['tagList', '{"errcode":0}']]);
  site = buildSite({ model, guides: { en: [], zh: [] }, answers, documents });
});

function pageOf(path: string, language: Language = 'en'): SitePage {
  const page = site.find((part) => part.language === language)?.pages.find((found) => found.path === path);
  if (page === undefined) throw new Error(`There is no page ${path}.`);
  return page;
}

/** What the page of an operation shows, as its front matter has it. */
function viewOf({ source }: SitePage): OperationView {
  const line = /^view: (.*)$/m.exec(source)?.[1] ?? '';
  return JSON.parse(line) as OperationView;
}

function fieldOf(fields: readonly FieldView[] = [], name: string): FieldView | undefined {
  return fields.find((field) => field.name === name);
}

describe.each(['zh', 'en'] as const)('the site in %s', (language) => {
  test('has a page for each operation and category, and for errors and messages', () => {
    const { pages = [] } = site.find((part) => part.language === language) ?? {};
    const count = (folder: string) => pages.filter(({ path }) => path.startsWith(folder)).length;
    expect([count('operations/'), count('categories/')]).toEqual([151, 35]);
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['index', 'errors', 'webhooks']));
  });

  test.each([
    ['nested fields', 'operations/opportunityOne', '    - `name` ('],
    ['the answer', 'operations/opportunityOne', '`opportunity` (object'],
    ['an error', 'operations/opportunityOne', '`22201` `OpportunityNotFound`'],
    ['the vendor’s page', 'operations/opportunityOne', '(<https://openapi.weibanzhushou.com/api-10790878>)'],
    ['a query', 'operations/opportunityOne', "weiban.opportunity.one({ id: '1900001' })"],
    ['the same for a shell', 'operations/opportunityOne', 'weiban call opportunity.one --id 1900001'],
    ['a list', 'operations/externalUserList', 'for await (const item of weiban.externalUser.list.items('],
    ['no arguments', 'operations/departmentList', 'weiban.department.list()'],
    ['a body', 'operations/tagAdd', '"tag_group":"意向等级"'],
    ['a call without a token', 'operations/accessTokenGet', "/open-api/access_token/get' \\\n"],
    ['an address of an operation', 'categories/sales-process', '(../operations/opportunityOne.md)'],
  ])('as Markdown: %s', (_, path, text) => {
    expect(pageOf(path, language).markdown).toContain(text);
  });
});

test.each([
  ['zh', '[JSON](openapi-3.0.json) · [YAML](openapi-3.0.yaml) · [中文 JSON](openapi-3.0.zh.json)'],
  ['en', '[JSON](../openapi.json) · [YAML](../openapi.yaml) · [JSON in Chinese](../openapi.zh.json)'],
  ['en', 'Every error, with advice: [JSON](../error-codes.json)'],
] as const)('the first page in %s offers the documents: %s', (language, links) => {
  expect(pageOf('index', language).markdown).toContain(links);
});

test('every document that the first page offers is a file of the site, as it was generated', () => {
  const files = sourceFiles(site, documents);
  const { source } = pageOf('index');
  const [, line = ''] = /^downloads: (.*)$/m.exec(source) ?? [];
  const offered = (JSON.parse(line) as Downloads[]).flatMap((kind) => kind.files.map(({ file }) => file));
  expect(offered.sort()).toEqual([...documents.keys()].sort());
  expect(documents.size).toBe(11);
  for (const file of offered)
    expect(files.get(`public/${file}`)).toBe(readFileSync(`generated/${file}`, 'utf8'));
});

test.each([
  ['title', 'en', 'Get one opportunity', 'zh', '获取商机详情'],
  ['field', 'en', "The opportunity's number", 'zh', '商机编号'],
  ['advice', 'en', 'Check the id or the serial number', 'zh', '检查 id 或 serial_number'],
  ['reason', 'en', 'The sample shows null', 'zh', 'null'],
  ['limit', 'en', '600 calls per minute, 36,000 per hour', 'zh', '每分钟 600 次，每小时 36,000 次'],
] as const)('a page has its %s in its language', (_, one, english, other, chinese) => {
  const [first, second] = [
    pageOf('operations/opportunityOne', one),
    pageOf('operations/opportunityOne', other),
  ];
  expect(first.source).toContain(english);
  expect(second.source).toContain(chinese);
  expect(second.source).not.toContain(english);
});

test('fields are a tree with an anchor each', () => {
  const { result } = viewOf(pageOf('operations/opportunityOne'));
  const opportunity = fieldOf(result, 'opportunity');
  const stage = fieldOf(opportunity?.fields, 'stage');
  expect(stage).toMatchObject({ anchor: 'result.opportunity.stage', type: 'object', isRequired: true });
  expect(fieldOf(stage?.fields, 'name')?.anchor).toBe('result.opportunity.stage.name');
  expect(fieldOf(opportunity?.fields, 'user_type')?.values).toContainEqual({
    value: 'contact',
    meaning: 'a lead customer',
  });
});

test('an answer is shown where there is one', () => {
  expect(pageOf('operations/tagList').source).toContain('```json\n{"errcode":0}\n```');
  expect(pageOf('operations/opportunityOne').source).not.toContain('```json');
});

test.each([
  ['operations/opportunityOne', 'zh', ['商机', 'opportunity', '22201', 'Get one opportunity']],
  ['operations/opportunityOne', 'en', ['商机', 'opportunity', '22201', 'serial_number']],
  ['operations/externalUserScoreAdd', 'zh', ['external_user_id']],
  ['operations/externalUserScoreAdd', 'en', ['external_user_id']],
  ['errors', 'zh', ['22201', 'OpportunityNotFound', '商机不存在']],
  ['errors', 'en', ['22201', 'OpportunityNotFound', '商机不存在']],
] as const)('the search finds %s in %s by words of both languages', (path, language, words) => {
  const { search = [] } = pageOf(path, language);
  const all = search.map(({ titles, text }) => `${titles.join(' ')} ${text}`).join(' ');
  for (const word of words) expect(all).toContain(word);
});

test('every sample in TypeScript has valid syntax', async () => {
  const samples = site[0]!.pages.flatMap(({ source }) =>
    [...source.matchAll(/```ts \[TypeScript\]\n([\s\S]*?)\n```/g)].map(([, code = '']) => code),
  );
  expect(samples).toHaveLength(151);
  for (const code of samples) await expect(transform(code, { loader: 'ts' })).resolves.toBeDefined();
});

test.each([
  ['ltc-orders', 'LTC orders'],
  ['personal-sops', 'Personal SOPs'],
  ['customer-tags', 'Customer tags'],
  ['wecom-data-zone', 'WeCom data zone'],
])('the category %s is called %s in English', (slug, title) => {
  expect(pageOf(`categories/${slug}`).title).toBe(title);
});
