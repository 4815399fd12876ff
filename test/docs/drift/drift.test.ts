import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { findDrift } from '../../../scripts/docs/drift/find-drift.ts';
import type { FactPage } from '../../../scripts/docs/facts.ts';
import { readDocs } from '../../../scripts/docs/read-facts.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import { type MadePage, renderMarkdown, renderText } from '../../support/render-page.ts';
import { workplace } from '../run-docs.ts';

const seats = { 销售: 'sales', 基础: 'base' };
const read = (text: string) => readCapturesOf(new TextEncoder().encode(text), 'page');

/** The facts of opportunity/one, as the documentation says them, made into a page again. */
const facts = readDocs('spec/docs').find(({ page }) => page.path === '/open-api/opportunity/one')
  ?.page as FactPage;
const page: MadePage = {
  id: facts.page,
  title: facts.title,
  method: 'GET',
  path: '/open-api/opportunity/one',
  licence: '销售',
  errors: facts.errors ?? [],
  query: facts.query ?? [],
  response: { fields: facts.response?.fields ?? [], example: sample(facts.response?.fields ?? []) },
};

/** An example that belongs to fields. */
function sample(fields: NonNullable<FactPage['query']>): Record<string, unknown> {
  const scalar: Readonly<Record<string, unknown>> = {
    string: 'string',
    integer: 0,
    boolean: true,
    null: null,
  };
  return Object.fromEntries(
    fields.map(({ name, type, fields: members = [] }) => {
      const item = /^array<(.+)>$/.exec(type)?.[1];
      const value = item === 'object' || type === 'object' ? sample(members) : scalar[item ?? type];
      return [name, item === undefined ? value : [value]];
    }),
  );
}

const drift = (text: string, options: { isAll?: boolean; pages?: readonly FactPage[] } = {}) =>
  findDrift(options.pages ?? [facts], read(text), { seats, isAll: options.isAll ?? false });
const changes = (text: string) => drift(text).flatMap((each) => each.changes);

test.each([
  ['text', renderText],
  ['Markdown', renderMarkdown],
])('a page that says what the facts say has not changed, as %s', (_, render) => {
  expect(changes(render(page))).toEqual([]);
  expect(drift(render(page))).toMatchObject([{ state: 'unchanged', missing: [] }]);
});

/** Ten edits of different kinds, and what each is called. */
const edits: [what: string, from: string, to: string, change: object][] = [
  ['title', '获取商机详情', '查询商机详情', { kind: 'changed', what: 'title', to: '查询商机详情' }],
  ['licence', '销售席位', '基础席位', { kind: 'changed', what: 'seat', from: 'sales', to: 'base' }],
  ['date', '2024-03-05', '2025-01-02', { kind: 'changed', what: 'modified', to: '2025-01-02 07:16:27' }],
  [
    'new error',
    '22203 |',
    '22299 | 新的错误 |\n22203 |',
    { kind: 'added', what: 'error', where: '22299', to: '新的错误' },
  ],
  ['lost error', /22201 \|.*\n/.source, '', { kind: 'removed', what: 'error', where: '22201' }],
  [
    'required',
    'serial_number\nstring\n',
    'serial_number\nstring\n必需\n',
    { what: 'query parameter: required', where: 'serial_number', from: false, to: true },
  ],
  [
    'new parameter',
    'access_token\nstring',
    'extra\ninteger\naccess_token\nstring',
    { kind: 'added', what: 'query parameter', where: 'extra', to: 'integer' },
  ],
  [
    'type',
    'stage_id\ninteger',
    'stage_id\nstring',
    { what: 'answer field: type', where: 'opportunity.stage_id', from: 'integer', to: 'string' },
  ],
  [
    'new field',
    'user_type\nstring\n必需',
    'user_type\nstring\n必需\nwon\nboolean',
    { kind: 'added', what: 'answer field', where: 'opportunity.won', to: 'boolean' },
  ],
  [
    'lost field',
    'remark\nstring\n必需\n',
    '',
    { kind: 'removed', what: 'answer field', where: 'opportunity.remark' },
  ],
];

/** An edited page, with the example that belongs to it. */
function edited(names: readonly string[]): string {
  let text = renderText(page);
  const has = (name: string) => names.includes(name);
  for (const [what, from, to] of edits)
    if (has(what)) text = text.replace(what === 'lost error' ? new RegExp(from) : from, to);
  if (has('type')) text = text.replace('"stage_id": 0', '"stage_id": "0"');
  if (has('new field')) text = text.replace('"user_type": "string"', '"user_type": "string",\n"won": true');
  if (has('lost field')) text = text.replace('"remark": "string",\n', '');
  return text;
}

test.each(edits)('an edit is named: %s', (what, _, __, change) => {
  expect(changes(edited([what]))).toEqual([expect.objectContaining(change)]);
});

test('all ten at once are exactly those ten', () => {
  const found = changes(edited(edits.map(([what]) => what)));
  expect(found).toHaveLength(10);
  for (const [, , , change] of edits) expect(found).toContainEqual(expect.objectContaining(change));
});

test('a date where none was known, and a number printed for a text, are no drift', () => {
  const query = [{ name: 'limit', type: 'string', required: false, default: 30, enum: [10, 30] } as const];
  const text = renderText({ ...page, query });
  const old: FactPage = { ...facts, query, modified: 'unknown' };
  expect(drift(text, { pages: [old] })).toMatchObject([{ state: 'unchanged', changes: [] }]);
  const [changed] = drift(text.replace('默认值:\n30', '默认值:\n50'), { pages: [old] });
  expect(changed?.changes).toMatchObject([{ what: 'query parameter: default', from: 30, to: '50' }]);
});

test('a page that is cut off loses nothing', () => {
  const text = renderText(page);
  for (const part of [0.2, 0.4, 0.6, 0.8, 0.95]) {
    const cut = text.slice(0, Math.floor(text.length * part));
    expect(changes(cut).filter(({ kind }) => kind === 'removed')).toEqual([]);
    expect(drift(cut)[0]?.missing.length).toBeGreaterThan(0);
  }
});

test('a page that nobody knows is new; one that is missing is gone where the captures are all', () => {
  const other = { ...page, id: 'api-7', path: '/open-api/opportunity/two' };
  expect(drift(renderMarkdown(other), { isAll: true }).map(({ state, path }) => [state, path])).toEqual([
    ['new', '/open-api/opportunity/two'],
    ['gone', '/open-api/opportunity/one'],
  ]);
  expect(drift(renderMarkdown(other)).map(({ state }) => state)).toEqual(['new']);
});

const folder = mkdtempSync(join(tmpdir(), 'weiban-drift-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('npm run docs -- diff: 0 without drift, 1 with it, 2 for what is no page', () => {
  const file = join(folder, 'page.txt');
  writeFileSync(file, renderText(page));
  expect(runDocs(['diff', file])).toMatchObject({ code: 0, out: expect.stringContaining('1 unchanged') });
  writeFileSync(file, edited(['type', 'new error']));
  const { code, out } = runDocs(['diff', folder]);
  expect(code).toBe(1);
  expect(out).toContain('~ answer field: type opportunity.stage_id: integer → string');
  expect(out).toContain('+ error 22299: 新的错误');
  expect(JSON.parse(runDocs(['diff', file, '--json']).out).pages[0].changes).toHaveLength(2);
  writeFileSync(file, 'no page');
  expect(runDocs(['diff', file])).toMatchObject({
    code: 2,
    err: expect.stringContaining('page.txt:1:1 page-form'),
  });
  expect(runDocs(['diff']).code).toBe(2);
});

test('npm run docs -- update: the facts say what the page says, and keep what they restate', () => {
  const { write, read: readBack, docs } = workplace();
  const { category, slug, ...sheet } = facts;
  const sheetFile = write('sheet.yaml', stringify({ category, slug, pages: [sheet] }));
  expect(docs('import', sheetFile).code).toBe(0);
  const file = 'docs/opportunity/one.yaml';
  const before = readBack(file) ?? '';
  const capture = write('captures/one.txt', edited(edits.map(([what]) => what)));

  const dry = docs('update', capture, '--dry-run');
  expect(dry.out).toContain('would be written');
  expect(readBack(file)).toBe(before);

  expect(docs('update', capture)).toMatchObject({ code: 0 });
  const after = readBack(file) ?? '';
  expect(docs('diff', capture)).toMatchObject({ code: 0 });
  expect(after).toContain('title: 查询商机详情');
  expect(after).toMatch(/code: 22299\n +zh: 新的错误/);
  expect(after).not.toContain('code: 22201');
  expect(after).toMatch(/name: won\n +type: boolean/);
  // Restated by the facts, and in neither form of the page.
  expect(after).toContain('summary: Returns one opportunity, by id or by serial number');
  const lines = new Set(before.split('\n'));
  expect(after.split('\n').filter((line) => !lines.has(line)).length).toBeLessThan(12);
});

test('a page that is cut off removes nothing from the facts', () => {
  const { write, read: readBack, docs } = workplace();
  const { category, slug, ...sheet } = facts;
  docs('import', write('sheet.yaml', stringify({ category, slug, pages: [sheet] })));
  const before = readBack('docs/opportunity/one.yaml') ?? '';
  const text = edited(['title']);
  docs('update', write('one.txt', text.slice(0, text.indexOf('返回响应'))));
  expect(readBack('docs/opportunity/one.yaml')).toBe(before.replace('获取商机详情', '查询商机详情'));
});
