import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { findDrift } from '../../../scripts/docs/diff/find-drift.ts';
import { printDrift } from '../../../scripts/docs/diff/print-drift.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import type { FactPage } from '../../../scripts/evidence/facts/facts.ts';
import { exactJson } from '../../../scripts/kit/exact-json.ts';
import { DOCUMENTED, factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { type MadePage, renderMarkdown, renderText } from '../../support/render-page.ts';
import { runCommand } from '../../support/run-command.ts';
import { editedPage, edits } from '../../support/ten-edits.ts';

const seats = { 销售: 'sales', 基础: 'base' };
const read = (text: string) => readCapturesOf(new TextEncoder().encode(text), 'page');

const facts = factsAt('/open-api/opportunity/one');
const page: MadePage = pageOfFacts(facts);

const drift = (text: string, options: { isAll?: boolean; pages?: readonly FactPage[] } = {}) =>
  findDrift(options.pages ?? [facts], read(text), { seats, isAll: options.isAll ?? false });
const changes = (text: string) => drift(text).flatMap((page) => page.changes);

test.each([
  ['text', renderText],
  ['Markdown', renderMarkdown],
])('a page that agrees with the facts is unchanged, as %s', (_, render) => {
  expect(changes(render(page))).toEqual([]);
  expect(drift(render(page))).toMatchObject([{ state: 'unchanged', missing: [] }]);
});

test.each(edits)('an edit is reported: %s', (what, _, __, change) => {
  expect(changes(editedPage([what]))).toEqual([expect.objectContaining(change)]);
});

test('ten edits at once are reported as exactly ten changes', () => {
  const found = changes(editedPage(edits.map(([what]) => what)));
  expect(found).toHaveLength(10);
  for (const [, , , change] of edits) expect(found).toContainEqual(expect.objectContaining(change));
});

test('a new date, and a number printed as text, are not drift', () => {
  const query = [{ name: 'limit', type: 'string', required: false, default: 30, enum: [10, 30] } as const];
  const text = renderText({ ...page, query });
  const old: FactPage = { ...facts, query, modified: 'unknown' };
  expect(drift(text, { pages: [old] })).toMatchObject([{ state: 'unchanged', changes: [] }]);
  const [changed] = drift(text.replace('默认值:\n30', '默认值:\n50'), { pages: [old] });
  expect(changed?.changes).toMatchObject([{ what: 'query parameter: default', from: 30, to: '50' }]);
});

test.each([
  ['text', renderText],
  ['Markdown', renderMarkdown],
])('whole numbers beyond 2^53 keep their digits, as %s', (_, render) => {
  const field = { name: 'limit', type: 'integer', required: false, default: 9007199254740993n } as const;
  const old: FactPage = { ...facts, query: [field] };
  expect(drift(render({ ...page, query: [field] }), { pages: [old] })).toMatchObject([
    { state: 'unchanged' },
  ]);
  // As a JavaScript number it would round to the same value.
  const neighbour = { ...field, default: 9007199254740992n };
  const [changed] = drift(render({ ...page, query: [neighbour] }), { pages: [old] });
  expect(changed?.changes).toMatchObject([
    { what: 'query parameter: default', from: 9007199254740993n, to: expect.anything() },
  ]);
  expect(exactJson(changed?.changes)).toContain('"from":9007199254740993,"to":9007199254740992');
  expect(printDrift(changed ? [changed] : [])).toContain('9007199254740993 → 9007199254740992');
});

test('nothing counts as removed from a page that is cut off', () => {
  const text = renderText(page);
  for (const part of [0.2, 0.4, 0.6, 0.8, 0.95]) {
    const cut = text.slice(0, Math.floor(text.length * part));
    expect(changes(cut).filter(({ kind }) => kind === 'removed')).toEqual([]);
    expect(drift(cut)[0]?.missing.length).toBeGreaterThan(0);
  }
});

test('an unknown page is new; with --all, a missing page is gone', () => {
  const unknown = { ...page, id: 'api-7', path: '/open-api/opportunity/two' };
  expect(drift(renderMarkdown(unknown), { isAll: true }).map(({ state, path }) => [state, path])).toEqual([
    ['new', '/open-api/opportunity/two'],
    ['gone', '/open-api/opportunity/one'],
  ]);
  expect(drift(renderMarkdown(unknown)).map(({ state }) => state)).toEqual(['new']);
});

const folder = mkdtempSync(join(tmpdir(), 'weiban-drift-'));
afterAll(() => rmSync(folder, { recursive: true }));

const diff = (...args: string[]) => runCommand(runDocs, ['diff', ...args, '--spec', DOCUMENTED]);

test('npm run docs -- diff exits with 0 without drift, 1 with drift, 2 if a file is not a page', async () => {
  const file = join(folder, 'page.txt');
  writeFileSync(file, renderText(page));
  expect(await diff(file)).toMatchObject({ code: 0, out: expect.stringContaining('1 unchanged') });
  writeFileSync(file, editedPage(['type', 'new error']));
  const { code, out } = await diff(folder);
  expect(code).toBe(1);
  expect(out).toContain('~ answer field: type opportunity.stage_id: integer → string');
  expect(out).toContain('+ error 22299: 新的错误');
  expect(JSON.parse((await diff(file, '--json')).out).pages[0].changes).toHaveLength(2);
  writeFileSync(file, 'no page');
  expect(await diff(file)).toMatchObject({
    code: 2,
    err: expect.stringContaining('page.txt:1:1 page-form'),
  });
  expect((await runCommand(runDocs, ['diff'])).code).toBe(2);
});
