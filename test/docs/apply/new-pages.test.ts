import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSpec } from '../../../scripts/spec/load.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { type MadePage, renderMarkdown, renderText } from '../../support/render-page.ts';
import { workplace } from '../run-docs.ts';
import { applyPlace, lineChanges } from './apply-place.ts';

const page = pageOfFacts(factsAt('/open-api/opportunity/one'));

const added: MadePage = {
  ...page,
  id: 'api-99',
  title: '新接口',
  path: '/open-api/opportunity/close',
  query: [{ name: 'id', type: 'string', required: true, about: '商机的编号' }],
};

test('a new page gets facts, a ledger row, and a first path that the root lists', async () => {
  const place = applyPlace();
  const root = place.read('openapi.yaml');
  const text = renderMarkdown(added).replace('某某管理', '销售管理/销售过程管理');
  const { code, out } = await place.apply(text);
  expect(place.read('docs/opportunity/close.yaml')).toMatch(
    /slug: sales-process\npage: api-99\ntitle: 新接口/,
  );
  // The vendor's prose is not copied.
  expect(place.read('docs/opportunity/close.yaml')).not.toContain('商机的编号');
  expect(place.read('docs/pages.yaml')).toContain(
    '{page: api-99, title: 新接口, category: sales-process, kind: endpoint, path: /open-api/opportunity/close, state: curated}',
  );
  expect(lineChanges(root, place.read('openapi.yaml'))).toEqual([
    '+  /open-api/opportunity/close: {$ref: paths/opportunity/close.yaml}',
  ]);
  expect(place.read('paths/opportunity/close.yaml')).toContain('# decide: x-safety');
  expect(code).toBe(1);
  expect(out).toMatch(/operation-fields: \/open-api\/opportunity\/close has no x-safety/);
  expect(() => loadSpec(place.spec)).not.toThrow();
});

test('a new page without a category waits for one', async () => {
  const place = applyPlace();
  const before = place.tree();
  const { code, out } = await place.apply(renderText(added));
  expect(code).toBe(1);
  expect(out).toMatch(
    /page-new: GET \/open-api\/opportunity\/close \(新接口\) is new, but its capture names no known category/,
  );
  expect(place.tree()).toEqual(before);
  await place.apply(renderText(added), '--category', 'sales-process');
  expect(place.has('paths/opportunity/close.yaml')).toBe(true);
});

test('a person decides about a page that moved and a page that is gone', async () => {
  const place = applyPlace();
  const before = place.tree();
  const moved = await place.apply(renderMarkdown({ ...page, path: '/open-api/opportunity/get' }));
  expect(moved.out).toMatch(
    /page-changed: page api-10790878 .*the path was \/open-api\/opportunity\/one and is now \/open-api\/opportunity\/get/,
  );
  const gone = await place.apply(renderText(page), '--all');
  expect(gone.out).toMatch(
    /page-gone: page api-8269985 \(获取商机列表, GET \/open-api\/opportunity\/list\) is gone/,
  );
  expect([moved.code, gone.code]).toEqual([1, 1]);
  expect(place.tree()).toEqual(before);
});

test('two captures of a page count as one if they agree, and are refused if they differ', async () => {
  const place = applyPlace();
  const again = join(place.folder, 'again.md');
  writeFileSync(again, renderText(page));
  const same = await place.apply(renderText(page), again);
  expect(same).toMatchObject({ code: 0, out: expect.stringContaining('1 pages: 1 unchanged') });
  const before = place.tree();
  const different = await place.apply(renderText({ ...page, title: '别的名字' }), again);
  expect(different.code).toBe(2);
  expect(different.out).toMatch(
    /again\.md:1:1 page-twice: GET \/open-api\/opportunity\/one is captured twice, with different content: here and in/,
  );
  expect(place.tree()).toEqual(before);
});

test('a person decides about a changed list with uncertain nesting', async () => {
  const place = applyPlace();
  const facts = pageOfFacts(factsAt('/open-api/group_chat/batch_mark_tag'));
  const text = renderText({ ...facts, body: { fields: facts.body?.fields ?? [], example: {} } });
  const { code, out } = await place.apply(
    text.replace('\ntag_names\narray[string]\n', '\ntag_colour\nstring\ntag_names\narray[string]\n'),
  );
  expect(code).toBe(1);
  expect(out).toMatch(
    /page-changed: POST \S+ \(\S+\): the request body now lists tag_colour \(string\), but the page does not show in which object/,
  );
});

/** New pages whose facts or first path have no place of their own, each beside a page that has one. */
const homeless: [name: string, made: Partial<MadePage>[], message: RegExp][] = [
  [
    'in the folder of the guides',
    [{ id: 'api-98', path: '/open-api/guides/list' }],
    /page-new: GET \/open-api\/guides\/list \(新接口\): its facts would be docs\/guides\/list\.yaml, and docs\/guides is reserved for guides\n +fix: /,
  ],
  [
    'in the folder of callbacks',
    [{ id: 'api-98', path: '/open-api/callbacks/x' }],
    /docs\/callbacks is reserved/,
  ],
  [
    'in the folder of duplicates',
    [{ id: 'api-98', path: '/open-api/duplicates/x' }],
    /docs\/duplicates is reserved/,
  ],
  [
    'in the place of the ledger',
    [{ id: 'api-98', path: '/open-api/pages' }],
    /docs\/pages\.yaml is the ledger/,
  ],
  [
    'in the place of the headings',
    [{ id: 'api-98', path: '/open-api/headings' }],
    /docs\/headings\.yaml is the list of headings/,
  ],
];

test.each(homeless)(
  'a new page %s is left to a person, and the others are applied',
  async (_, made, message) => {
    const place = applyPlace();
    const before = place.tree();
    const more = made.map((part, index) => {
      const file = join(place.folder, `more${index}.txt`);
      writeFileSync(file, renderMarkdown({ ...added, ...part }));
      return file;
    });
    const { code, out } = await place.apply(renderMarkdown(added), ...more, '--category', 'sales-process');
    expect(out).toMatch(message);
    expect(out).toMatch(/more\d\.txt:1:1 .*page-new/);
    expect(code).toBe(1);
    const written = [...place.tree()]
      .filter(([name, text]) => before.get(name) !== text)
      .map(([name]) => name);
    const own = [
      'docs/opportunity/close.yaml',
      'docs/pages.yaml',
      'openapi.yaml',
      'paths/opportunity/close.yaml',
    ];
    expect(written).toEqual(own);
  },
);

test('a further method of a known path is added below the curated one', async () => {
  const place = applyPlace();
  const curated = place.read('paths/opportunity/one.yaml');
  const made = { ...added, id: 'api-98', method: 'PUT' as const, path: '/open-api/opportunity/one' };
  const { out } = await place.apply(renderMarkdown(made), '--category', 'sales-process');
  expect(out).not.toContain('page-new');
  expect(place.read('docs/opportunity/one.put.yaml')).toContain('method: PUT');
  const text = place.read('paths/opportunity/one.yaml');
  expect(text.startsWith(curated)).toBe(true);
  expect(text.slice(curated.length)).toMatch(/^put:\n {2}operationId: opportunityOnePut\n/);
});

test('two methods of a new path are two operations of one file', async () => {
  const place = applyPlace();
  const twins = (['GET', 'DELETE'] as const).map((method, index) => {
    const file = join(place.folder, `twin${index}.md`);
    const path = '/open-api/opportunity/twin';
    writeFileSync(file, renderMarkdown({ ...added, id: `api-9${index}`, method, path }));
    return file;
  });
  await place.apply(renderMarkdown(added), ...twins, '--category', 'sales-process');
  expect(place.read('paths/opportunity/twin.yaml').match(/operationId: \w+/g)).toEqual([
    'operationId: opportunityTwinGet',
    'operationId: opportunityTwinDelete',
  ]);
  expect(place.has('docs/opportunity/twin.delete.yaml')).toBe(true);
});

test('a page whose facts are lost gets facts again, and its curated path stays', async () => {
  const place = applyPlace();
  const curated = place.read('paths/opportunity/one.yaml');
  rmSync(join(place.spec, 'docs/opportunity/one.yaml'));
  const { code } = await place.apply(renderMarkdown(page), '--category', 'sales-process');
  expect(place.has('docs/opportunity/one.yaml')).toBe(true);
  expect(place.read('paths/opportunity/one.yaml')).toBe(curated);
  expect(code).toBe(1);
});

test('the first page of a specification without paths is applied', async () => {
  const { write, read, docs } = workplace();
  write('docs/headings.yaml', '- {category: deals, heading: 某某管理}\n');
  const { out, err } = await docs('apply', write('captured/new.md', renderMarkdown(added)));
  expect(err).toBe('');
  expect(out).toContain('operation-fields: /open-api/opportunity/close has no x-safety');
  expect(read('openapi.yaml')).toMatch(
    /^paths:\n {2}\/open-api\/opportunity\/close: \{\$ref: paths\/opportunity\/close\.yaml\}\n$/m,
  );
  expect(read('paths/opportunity/close.yaml')).toMatch(/^get:/);
});

const refused: [name: string, text: string, message: RegExp][] = [
  [
    "another vendor's page",
    renderText({ ...page, path: '/v2/deals/one' }),
    /page-foreign: GET \/v2\/deals\/one is not below \/open-api/,
  ],
  [
    'a path that leaves the folder',
    renderText({ ...page, path: '/open-api/../../../evil' }),
    /is not a path/,
  ],
  ['a text that is not a page', 'nothing', /page-form/],
];

test.each(refused)('%s is refused, and nothing changes', async (_, text, message) => {
  const place = applyPlace();
  const before = place.tree();
  const { code, out } = await place.apply(text, '--category', 'sales-process');
  expect(out).toMatch(message);
  expect(code).toBe(2);
  expect(place.tree()).toEqual(before);
});
