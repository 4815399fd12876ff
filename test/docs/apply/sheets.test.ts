import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isStillHeld } from '../../../scripts/docs/diff/captured-type.ts';
import { runDiff } from '../../../scripts/docs/diff/command-line.ts';
import { runCommand } from '../../support/run-command.ts';
import { type ApplyPlace, applyPlace } from './apply-place.ts';

/** Writes a sheet of facts beside the specification and applies it. */
async function applySheet(place: ApplyPlace, pages: string, ...args: string[]) {
  const sheet = join(place.folder, 'sheet.yaml');
  writeFileSync(sheet, `category: 销售管理/销售过程管理\nslug: sales-process\npages:\n${pages}`);
  const page = await place.apply('GET nothing', sheet, ...args);
  const diff = await runCommand(runDiff, [sheet, '--spec', place.spec]);
  return { ...page, sheet, diff };
}

const ONE = `  - page: api-10790878
    title: 获取商机详情
    kind: endpoint
    method: GET
    path: /open-api/opportunity/one
    seat: sales
`;
const factsOf = (place: ApplyPlace, file: string) => parse(place.read(`docs/${file}`));
const named = (fields: readonly { name: string }[], name: string) =>
  fields.find((field) => field.name === name);

test('a sheet of facts is one more form of a page; what it does not mention stays', async () => {
  const place = applyPlace();
  const before = factsOf(place, 'opportunity/one.yaml');
  const { out, diff } = await applySheet(
    place,
    `${ONE}    query:
      - {name: id, type: string, required: unmarked}
      - {name: serial_number, type: string, required: unmarked}
      - {name: extra, type: integer, required: false, about: our own words}
    complete: true
`,
  );
  expect(out).toContain('+ query parameter extra: integer');
  expect(out).toContain('! the sheet does not mention the errors, the answer; the facts keep theirs');
  const after = factsOf(place, 'opportunity/one.yaml');
  expect(named(after.query, 'extra')).toMatchObject({ about: 'our own words', required: false });
  expect({ ...after, query: before.query }).toEqual(before);
  expect(place.read('paths/opportunity/one.yaml')).toContain('- name: extra\n');
  expect(diff).toMatchObject({ code: 0, out: expect.stringContaining('1 pages: 1 unchanged') });
});

test('a sheet that is not complete removes nothing', async () => {
  const place = applyPlace();
  const before = place.tree();
  const { out, code } = await applySheet(
    place,
    `${ONE}    response:
      fields:
        - name: opportunity
          type: object
          required: true
          fields: [{name: name, type: string, required: true}]
    complete: false
    missing: everything after the name
`,
  );
  expect(out).toContain('partly read, without everything after the name; nothing there counts as removed');
  expect(out).not.toMatch(/^ +- /m);
  // The page that is not one is to decide.
  expect(code).toBe(1);
  expect(place.tree()).toEqual(before);
});

test('an endpoint that was known from public programs gets its page, tag and category', async () => {
  const place = applyPlace();
  const file = 'opportunity/one.yaml';
  const facts = place.read(`docs/${file}`);
  const observed = facts
    .replace(/^category: .*$/m, 'category: (none)')
    .replace(/^slug: .*$/m, 'slug: observed')
    .replace(/^page: .*$/m, 'page: unknown\nevidence: public client code');
  writeFileSync(join(place.spec, 'docs', file), observed);
  const { out } = await applySheet(
    place,
    `${ONE}    query: [{name: id, type: string, required: unmarked}]
    complete: false
    missing: the rest
`,
  );
  expect(out).toContain('~ page: unknown → api-10790878');
  const after = factsOf(place, file);
  expect(after).toMatchObject({
    page: 'api-10790878',
    slug: 'sales-process',
    missing: 'the rest',
    complete: false,
  });
  expect(after.evidence).toBeUndefined();
  expect(named(after.query, 'id')).not.toHaveProperty('evidence');
  expect(named(after.query, 'serial_number')).toMatchObject({ evidence: 'public-code' });
});

test('what public programs show is left to a person, and a new page is taken with its own words', async () => {
  const place = applyPlace();
  const { out, code, sheet } = await applySheet(
    place,
    `${ONE}    query: [{name: id, type: string, required: unmarked}]
    complete: false
  - page: api-1
    title: 新的
    kind: endpoint
    method: GET
    path: /open-api/opportunity/new
    query: [{name: id, type: string, required: true, about: our own words}]
    complete: true
  - page: unknown
    title: unknown
    kind: endpoint
    evidence: public client code
    method: GET
    path: /open-api/opportunity/list
    complete: false
`,
  );
  expect(code).toBe(1);
  expect(out).toContain(`npm run docs -- import ${sheet} --only /open-api/opportunity/list`);
  expect(factsOf(place, 'opportunity/new.yaml')).toMatchObject({
    page: 'api-1',
    slug: 'sales-process',
    query: [{ name: 'id', about: 'our own words' }],
  });
});

test('an example that settles a place is followed there, and takes no other change back', async () => {
  const place = applyPlace();
  const extra = '{name: extra, type: string, required: unmarked}';
  place.edit(
    'docs/opportunity/one.yaml',
    '        - name: remark\n',
    `        - ${extra}\n        - name: remark\n`,
  );
  place.edit('schemas/Opportunity.yaml', '  remark: {', '  extra: {type: string}\n  remark: {');
  const { out } = await applySheet(
    place,
    `${ONE}    query:
      - {name: id, type: string, required: unmarked}
      - {name: serial_number, type: string, required: unmarked}
      - {name: more, type: integer, required: unmarked}
    response:
      fields:
        - {name: opportunity, type: object, required: true, fields: [${extra}]}
      example: {errcode: 0, errmsg: ok, opportunity: {extra: x}}
    complete: false
`,
  );
  expect(out).toContain('2 changes made to follow the documentation');
  expect(place.read('paths/opportunity/one.yaml')).toContain('- name: more\n');
  expect(place.read('schemas/Opportunity.yaml')).toMatch(/^ {2}- extra$/m);
});

test.each([
  ['string|null', 'null', true],
  ['string', 'null', false],
  ['array<object>', 'array<any>', true],
])('facts that say %s still hold where a page shows only %s: %s', (type, shown, holds) => {
  const now = { name: 'a', type: shown, isOpen: true } as const;
  expect(isStillHeld({ name: 'a', type, required: true }, now)).toBe(holds);
});
