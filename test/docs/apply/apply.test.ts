import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCheck } from '../../../scripts/check/command-line.ts';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { generate } from '../../../scripts/generate/generate.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown } from '../../support/render-page.ts';
import { runCommand } from '../../support/run-command.ts';
import { editedPage, edits } from '../../support/ten-edits.ts';
import { applyPlace, lineChanges } from './apply-place.ts';

const one = 'paths/opportunity/one.yaml';
const schema = 'schemas/Opportunity.yaml';
/** What each of the ten edits does to the curated files; nothing if a person has to decide. */
const applied: [what: string, file: string, changes: readonly string[], decided: RegExp | undefined][] = [
  [
    'title',
    one,
    [
      '-  x-page: {id: api-10790878, title: 获取商机详情, modified: "2024-03-05 07:16:27"}',
      '+  x-page: {id: api-10790878, title: 查询商机详情, modified: "2024-03-05 07:16:27"}',
    ],
    undefined,
  ],
  ['licence', one, ['-  x-seat: sales', '+  x-seat: base'], undefined],
  [
    'date',
    one,
    [
      '-  x-page: {id: api-10790878, title: 获取商机详情, modified: "2024-03-05 07:16:27"}',
      '+  x-page: {id: api-10790878, title: 获取商机详情, modified: "2025-01-02 07:16:27"}',
    ],
    undefined,
  ],
  ['new error', one, [], /error-documented: .*lists 22299 \(新的错误\), but \S+ names 0 of 1/],
  [
    'lost error',
    one,
    [
      '-  x-errors: [OpportunityNotFound, OpportunityIdOrSerialNumberRequired]',
      '+  x-errors: [OpportunityIdOrSerialNumberRequired]',
    ],
    undefined,
  ],
  [
    'required',
    one,
    [],
    /conflict: \S+ query serial_number: required .*\n +the page said: unmarked\n +it says now: +true\n +curated as: +false, because: x-oneOf-required names it/,
  ],
  [
    'new parameter',
    one,
    ['+    - name: extra', '+      in: query', '+      schema: {type: integer}'],
    /arguments-have-examples: .*the parameter extra has no example/,
  ],
  [
    'type',
    schema,
    [
      '-  stage_id: {type: integer, description: "The stage\'s internal id, as in `stage.id`."}',
      '+  stage_id: {type: string, description: "The stage\'s internal id, as in `stage.id`."}',
    ],
    undefined,
  ],
  ['new field', schema, ['+  won: {type: boolean}'], undefined],
  ['lost field', schema, ['-  - remark', '-  remark: {type: string, description: The remark.}'], undefined],
];

test.each(applied)('applied alone: %s', async (what, file, changes, decided) => {
  const place = applyPlace();
  const before = place.tree();
  const { code, out } = await place.apply(editedPage([what]));
  expect(lineChanges(before.get(file) ?? '', place.read(file))).toEqual(changes);
  if (decided !== undefined) expect(out).toMatch(decided);
  expect(code).toBe(decided === undefined ? 0 : 1);
  const touched = [...place.tree()].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
  const own = ['docs/opportunity/one.yaml', ...(what === 'title' ? ['docs/pages.yaml'] : [])];
  expect(touched).toEqual([...own, ...(changes.length > 0 ? [file] : [])]);
  // The facts now agree with the page, so there is no drift left.
  expect(
    (await runCommand(runDocs, ['diff', join(place.folder, 'page.txt'), '--spec', place.spec])).code,
  ).toBe(0);
});

test('a page that would make the specification unreadable is refused, and nothing is written', async () => {
  const place = applyPlace();
  const before = place.tree();
  const page = pageOfFacts(factsAt('/open-api/opportunity/one'));
  const extra = { name: 'extra', type: 'object', required: 'unmarked', example: { id: 'PLACE' } } as const;
  const fields = [...(page.response?.fields ?? []), extra];
  const text = renderMarkdown({ ...page, response: { ...page.response, fields } });
  const { code, out } = await place.apply(text.replace('id: PLACE', '__proto__: {id: 0}'));
  expect(out).toContain('the key __proto__ is not allowed');
  expect(code).toBe(2);
  expect(place.tree()).toEqual(before);
});

test('a default beyond 2^53 arrives with every digit', async () => {
  const place = applyPlace();
  const page = pageOfFacts(factsAt('/open-api/opportunity/one'));
  const extra = {
    name: 'extra',
    type: 'integer',
    required: 'unmarked',
    default: 9007199254740993n,
    max: 2n ** 63n - 1n,
  } as const;
  await place.apply(renderMarkdown({ ...page, query: [...page.query, extra] }));
  expect(place.read('docs/opportunity/one.yaml')).toContain('default: 9007199254740993\n');
  expect(place.read(one)).toContain('default: 9007199254740993, maximum: 9223372036854775807}');
  // Later commands can read what was written.
  expect((await runCommand(runCheck, ['--spec', place.spec, '--json'])).err).toBe('');
  const out = join(place.folder, 'generated');
  await generate({ root: join(place.spec, 'openapi.yaml'), out, project: process.cwd(), mode: 'force' });
  expect(readFileSync(join(out, 'openapi.json'), 'utf8')).toContain('"default": 9007199254740993');
});

test('the ten edits at once: each is applied, and every comment is kept', async () => {
  const place = applyPlace();
  const comment = (file: string, line: string) =>
    place.edit(file, line, `${line.match(/^ */)?.[0]}# kept: ${line.trim().slice(0, 20)}\n${line}`);
  comment(one, '  x-page: {');
  place.edit(one, 'x-seat: sales', 'x-seat: sales # kept at the end of a line');
  comment(one, '    - name: id\n');
  comment(schema, '  stage_id: {');
  comment(schema, '  sku_list:\n');
  comment(schema, '  - serial_number\n');
  place.edit(schema, '  - created_at\n', '  - created_at # kept in a list\n');
  const before = [one, schema].map(place.read);
  const { code, out } = await place.apply(editedPage(edits.map(([what]) => what)));
  const after = [one, schema].map(place.read);
  const comments = (text: string) => text.match(/#.*$/gm);
  expect(after.map(comments)).toEqual(before.map(comments));
  const wanted = (file: string) =>
    applied
      .filter(([, name]) => name === file)
      .flatMap(([, , lines]) => lines)
      .filter((line) => !line.includes('x-page') && !line.includes('x-seat'));
  const changes = after.map((text, index) => lineChanges(before[index] ?? '', text));
  expect(changes[0]).toEqual(expect.arrayContaining(wanted(one)));
  expect([...(changes[1] ?? [])].sort()).toEqual(wanted(schema).sort());
  expect(changes[0]).toContain(
    '+  x-page: {id: api-10790878, title: 查询商机详情, modified: "2025-01-02 07:16:27"}',
  );
  expect(changes[0]).toContain('+  x-seat: base # kept at the end of a line');
  expect(code).toBe(1);
  expect(out).toContain('6 changes made to follow the documentation; 3 places to decide');
});

test('a relative date does not replace a known date', async () => {
  const place = applyPlace();
  const { out } = await place.apply(editedPage(['type']).replace(/修改于 .*/, '修改于 4 个月前'));
  expect(out).toContain('1 change made');
  expect(place.read('docs/opportunity/one.yaml')).toContain('modified: 2024-03-05 07:16:27');
  expect(place.read(one)).toContain('modified: "2024-03-05 07:16:27"');
});

test('--dry-run shows the patch and writes nothing', async () => {
  const place = applyPlace();
  const before = place.tree();
  const { out } = await place.apply(editedPage(['type']), '--dry-run');
  expect(out).toContain('-  stage_id: {type: integer');
  expect(out).toContain('+  stage_id: {type: string');
  expect(out).toMatch(/^@@ -\d+,\d+ \+\d+,\d+ @@$/m);
  expect(place.tree()).toEqual(before);
});
