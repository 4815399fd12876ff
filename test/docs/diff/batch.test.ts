import { expect, test } from 'vitest';
import { runApply } from '../../../scripts/docs/apply/command-line.ts';
import { type MadePage, renderMarkdown, renderText } from '../../support/render-page.ts';
import { runCommand } from '../../support/run-command.ts';
import { applyPlace } from '../apply/apply-place.ts';
import { workplace } from '../run-docs.ts';

const page = (last: string, type = 'string'): MadePage => ({
  id: `api-${last.length}`,
  title: `取得${last}`,
  method: 'GET',
  path: `/open-api/thing/${last}`,
  errors: [],
  query: [{ name: 'id', type: 'string', required: true }],
  response: { fields: [{ name: 'id', type, required: true }], example: { id: 'x' } },
});
const model = `# 模型\n\n## OpenAPI Specification\n\n\`\`\`yaml
openapi: 3.0.1
paths: {}
components: {schemas: {Thing: {type: object, properties: {a: {type: string}}}}}
\`\`\`\n`;

test('a page of a data model alone has nothing to compare', async () => {
  const { write, docs, folder } = workplace();
  write('pages/model.md', model);
  write('pages/one.md', renderMarkdown(page('one')));
  const { code, out, err } = await docs('diff', `${folder}/pages`);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('1 pages: 0 unchanged, 0 changed, 1 new');
  expect(await docs('diff', `${folder}/pages/model.md`)).toMatchObject({ code: 0, err: '' });
});

test('every page of a Markdown file is read, and a broken one is named by its title and id', async () => {
  const { write, docs } = workplace();
  const broken = renderMarkdown(page('three')).replace('openapi: 3.0.1', 'openapi: [');
  const file = write('all.md', [page('one'), page('two')].map(renderMarkdown).join('\n') + broken);
  const { code, out } = await docs('diff', file);
  expect(code).toBe(1);
  expect(out).toContain('2 pages: 0 unchanged, 0 changed, 2 new');
  expect(out).toContain('取得three (api-5): the specification in it cannot be read');
  expect(out).toMatch(/all\.md:\d+:\d+ page-form/);
});

test('a page that cannot be taken stops no other, and no page counts as gone', async () => {
  const { write, docs, folder } = workplace();
  write('pages/bad.txt', renderText(page('bad')).replace('"id": "x"\n}', '"id":'));
  write('pages/odd.md', renderMarkdown({ ...page('odd'), path: '/open-api/thing//odd' }));
  write('pages/other.md', renderMarkdown({ ...page('other'), path: '/elsewhere/one' }));
  write('pages/good.md', renderMarkdown(page('good')));
  const diff = await docs('diff', `${folder}/pages`, '--all');
  expect(diff).toMatchObject({ code: 1, err: '' });
  expect(diff.out).toContain('2 pages could not be read, and no page counts as gone');
  expect(diff.out).toMatch(
    /bad\.txt:\d+:1 page-form: GET \/open-api\/thing\/bad \(取得bad\): the response example/,
  );
  expect(diff.out).toContain('GET /elsewhere/one is not below /open-api: the page 取得other, api-5 belongs');
  const { spec } = applyPlace();
  const args = ['--all', '--dry-run', '--category', 'sales-process', '--spec', spec];
  const { code, out, err } = await runCommand(runApply, [`${folder}/pages`, ...args]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('paths/thing/good.yaml');
  expect(out).not.toMatch(/paths\/thing\/+odd/);
  expect(out).toMatch(/odd\.md:1:1 \S+: GET \/open-api\/thing\/\/odd \(取得odd, api-3\): /);
});

test('a GET whose page shows an empty body gets no required body, a POST gets one', async () => {
  for (const method of ['GET', 'POST'] as const) {
    const place = applyPlace();
    const given: MadePage = { ...page('one'), method, body: { fields: [], example: undefined } };
    await place.apply(renderMarkdown(given), '--category', 'sales-process');
    expect(place.read('paths/thing/one.yaml').includes('requestBody')).toBe(method === 'POST');
  }
});
