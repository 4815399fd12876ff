import { expect, test } from 'vitest';
import type { FactField, FactPage } from '../../../scripts/evidence/facts/facts.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderMarkdown } from '../../support/render-page.ts';
import { applyPlace, lineChanges } from './apply-place.ts';

/** Changes one field of facts. `where` is its part of the page and its dotted path. */
function withField(facts: FactPage, where: string, change: Partial<FactField>): FactPage {
  const [part = '', path = ''] = where.split(' ');
  const inside = (fields: readonly FactField[], names: readonly string[]): FactField[] =>
    fields.map((field) => {
      if (field.name !== names[0]) return field;
      if (names.length === 1) return { ...field, ...change };
      return { ...field, fields: inside(field.fields ?? [], names.slice(1)) };
    });
  const names = path.split('.');
  if (part === 'query') return { ...facts, query: inside(facts.query ?? [], names) };
  if (part === 'body')
    return { ...facts, body: { ...facts.body, fields: inside(facts.body?.fields ?? [], names) } };
  return { ...facts, response: { ...facts.response, fields: inside(facts.response?.fields ?? [], names) } };
}

const list = 'activity_fission/mission/list';
const get = 'external_user/batch_get';
const one = 'opportunity/one';

const kinds: [
  name: string,
  page: string,
  where: string,
  change: Partial<FactField>,
  file: string,
  from: string,
  to: string,
][] = [
  [
    'an additional value',
    list,
    'query mission_status',
    { enum: ['end', 'ongoing', 'paused'] },
    `paths/${list}.yaml`,
    'enum: [end, ongoing]',
    'enum: [end, ongoing, paused]',
  ],
  [
    'a different default',
    list,
    'query limit',
    { default: 50 },
    `paths/${list}.yaml`,
    'default: 30',
    'default: 50',
  ],
  [
    'a different maximum',
    list,
    'query limit',
    { max: 200 },
    `paths/${list}.yaml`,
    'maximum: 100',
    'maximum: 200',
  ],
  [
    'a new limit',
    list,
    'query offset',
    { max: 1000 },
    `paths/${list}.yaml`,
    'default: 0',
    'default: 0, maximum: 1000',
  ],
  ['more items', get, 'body id_list', { max_items: 50 }, `paths/${get}.yaml`, 'maxItems: 20', 'maxItems: 50'],
  [
    'a field that may be null',
    one,
    'response opportunity.stage_id',
    { type: 'integer|null' },
    'schemas/Opportunity.yaml',
    'stage_id: {type: integer,',
    'stage_id: {type: [integer, "null"],',
  ],
  [
    'values of an answer',
    one,
    'response opportunity.serial_number',
    { enum: ['a', 'b'] },
    'schemas/Opportunity.yaml',
    '{type: string,',
    '{type: string, x-known-values: [a, b],',
  ],
];

test.each(kinds)('%s', async (_, page, where, change, file, from, to) => {
  const place = applyPlace();
  const before = place.read(file);
  const facts = factsAt(`/open-api/${page}`);
  const { code, out } = await place.apply(renderMarkdown(pageOfFacts(withField(facts, where, change))));
  const [old = '', now = '', ...more] = lineChanges(before, place.read(file));
  expect(more).toEqual([]);
  expect(old).toContain(from);
  expect(now).toBe(old.replace('-', '+').replace(from, to));
  expect(out).toContain('1 change made to follow the documentation; 0 places to decide');
  expect(code).toBe(0);
});

const undecided: [name: string, page: string, where: string, change: Partial<FactField>, because: RegExp][] =
  [
    [
      'a field that is no longer marked and not in the example',
      one,
      'response opportunity.staff_id',
      { required: 'unmarked' },
      /staff_id: required[\s\S]*because: the page no longer marks it as required/,
    ],
    [
      'a value that has a meaning',
      'opportunity/list',
      'query user_type',
      { enum: ['external_user', 'contact'] },
      /x-meanings explains a value that the page no longer lists/,
    ],
    [
      'a different shape',
      one,
      'response opportunity.staff_id',
      { type: 'array<integer>' },
      /because: the shape changes/,
    ],
  ];

test.each(undecided)('a person decides: %s', async (_, page, where, change, because) => {
  const place = applyPlace();
  const curated = (tree: Map<string, string>) => [...tree].filter(([name]) => !name.startsWith('docs/'));
  const before = curated(place.tree());
  const { code, out } = await place.apply(
    renderMarkdown(pageOfFacts(withField(factsAt(`/open-api/${page}`), where, change))),
  );
  expect(out).toMatch(because);
  expect(code).toBe(1);
  expect(curated(place.tree())).toEqual(before);
});
