import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FactField } from '../../../scripts/evidence/facts/facts.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown, renderText } from '../../support/render-page.ts';
import { editedPage } from '../../support/ten-edits.ts';
import { applyPlace, lineChanges } from './apply-place.ts';

const schema = 'schemas/Opportunity.yaml';
const page = pageOfFacts(factsAt('/open-api/opportunity/one'));

/** Returns the page with the type of one answer field changed. */
function typed(name: string, from: string, to: string, sample: string): string {
  return renderText(page)
    .replace(`\n${name}\n${from}\n`, `\n${name}\n${to}\n`)
    .replace(new RegExp(`"${name}": [^,\n]+`), `"${name}": ${sample}`);
}

const conflicts: [name: string, text: string, parts: readonly RegExp[]][] = [
  [
    'a corrected type whose premise changed',
    typed('end_time', 'null', 'string', '"x"'),
    [
      /answer opportunity\.end_time: type \(api-10790878\)/,
      /the page said: null/,
      /it says now: +string/,
      /curated as: +integer\|null, because: null-time-beside-times/,
    ],
  ],
  [
    'a correction that the page follows',
    typed('end_time', 'null', 'integer | null', '1'),
    [/it says now: +integer\|null/, /the page now says what was curated: remove the correction/],
  ],
  [
    'a type with a format that depends on it',
    typed('created_at', 'integer', 'string', '"x"'),
    [
      /answer opportunity\.created_at: type/,
      /curated as: +integer, because: format was written for the type/,
    ],
  ],
  [
    'a removed field that somebody has corrected',
    renderText(page).replace('\nend_time\nnull\n必需\n', '\n').replace('"end_time": null,\n', ''),
    [
      /answer opportunity\.end_time: presence/,
      /it says now: +absent/,
      /because: x-corrects records what somebody knows about it/,
    ],
  ],
];

test.each(conflicts)('a conflict shows its three sides: %s', async (_, text, parts) => {
  const place = applyPlace();
  const before = place.tree();
  const { code, out } = await place.apply(text);
  expect(code).toBe(1);
  for (const part of parts) expect(out).toMatch(part);
  expect(place.read(schema)).toBe(before.get(schema));
  expect(out).toMatch(/spec\/schemas\/Opportunity\.yaml:\d+:\d+ conflict/);
});

test('a conflict is named again by every run until it is decided', async () => {
  const place = applyPlace();
  const text = typed('end_time', 'null', 'string', '"x"');
  const first = await place.apply(text);
  const before = place.tree();
  const again = await place.apply(text);
  expect(again.out).toMatch(
    /Opportunity\.yaml:\d+:\d+ conflict: \S+ answer opportunity\.end_time: type \(api-10790878\)\n +the page says: +string\n +curated as: +integer\|null, because: null-time-beside-times\n +fix: follow the page/,
  );
  expect(again.out).toContain('1 pages: 1 unchanged');
  expect(again.out).toMatch(/0 changes made to follow the documentation; 1 place to decide/);
  expect([first.code, again.code]).toEqual([1, 1]);
  expect(place.tree()).toEqual(before);
  const json = await place.apply(text, '--json');
  expect(JSON.parse(json.out).conflicts).toMatchObject([
    {
      what: 'answer opportunity.end_time: type',
      sides: { before: 'string', now: 'string', curated: 'integer|null' },
    },
  ]);
  // With another change of the page, too.
  const more = await place.apply(text.replace('获取商机详情', '查询商机详情'));
  expect(more.out).toMatch(/conflict: \S+ answer opportunity\.end_time: type/);
  expect(more.out).toMatch(/1 change made to follow the documentation; 1 place to decide/);
  const corrected = place
    .read(schema)
    .replace(/(\n {2}end_time:\n[\s\S]*?documented: )'?"?null"?'?/, '$1string');
  expect(corrected).not.toBe(place.read(schema));
  writeFileSync(join(place.spec, schema), corrected);
  const decided = await place.apply(text);
  expect(decided).toMatchObject({ code: 0, out: expect.not.stringContaining('conflict') });
});

test('a change that would orphan a comment is a conflict', async () => {
  const place = applyPlace();
  place.edit(schema, '  remark: {', '  # seen empty only\n  remark: {');
  const before = place.read(schema);
  const { out } = await place.apply(editedPage(['lost field']));
  expect(place.read(schema)).toBe(before);
  expect(out).toMatch(
    /opportunity\.remark: presence[\s\S]*because: there is a comment above properties\.remark/,
  );
});

/** Returns fields with the type of one field changed, at any depth. */
function withType(fields: readonly FactField[], name: string, type: string): FactField[] {
  return fields.map((field) => ({
    ...field,
    ...(field.name === name && { type }),
    ...(field.fields && { fields: withType(field.fields, name, type) }),
  }));
}

test('a schema that two pages share changes only when both pages change', async () => {
  const place = applyPlace();
  const shared = 'schemas/CustomerIdPair.yaml';
  const before = place.read(shared);
  const pages = ['eu_id2unionid', 'unionid2eu_id'].map((name) => {
    const facts = factsAt(`/open-api/external_user/${name}`);
    const fields = withType(facts.response?.fields ?? [], 'unionid', 'integer');
    return renderMarkdown(pageOfFacts({ ...facts, response: { fields } }));
  });
  const [first = '', second = ''] = pages;
  const alone = await place.apply(first, '--dry-run');
  expect(alone.out).toMatch(
    /eu_id2unionid answer result\.unionid: type[\s\S]*because: \S+unionid2eu_id answer result\.unionid is written at the same place, and page api-\d+ says "string"/,
  );
  expect(alone.out).not.toContain('CustomerIdPair.yaml\n+++');
  writeFileSync(join(place.folder, 'second.md'), second);
  const both = await place.apply(first, join(place.folder, 'second.md'));
  expect(both.out).not.toContain('conflict');
  expect(lineChanges(before, place.read(shared)).every((line) => line.includes('unionid'))).toBe(true);
  expect(place.read(shared)).toMatch(/unionid:\s*\{?\s*type: integer/);
});
