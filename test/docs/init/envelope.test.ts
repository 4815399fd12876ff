import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { runCheck } from '../../../scripts/check/index.ts';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { runCommand } from '../../support/run-command.ts';
import { json, type SitePage, sitePage } from '../site-pages.ts';

const text = { type: 'string' };
const shop = { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: text } };

/** A page of which the answer holds its result in `data`. */
function enveloped(id: number, path: string, data?: object, more: object = {}): SitePage {
  const properties = { code: { type: 'integer' }, msg: text, ...(data && { data }), ...more };
  const schema = { type: 'object', required: ['code', 'msg'], properties };
  const responses = {
    200: { description: '', content: json(schema) },
    400: { description: '', content: json({ type: 'object', properties: { code: { type: 'integer' } } }) },
  };
  return { id, title: `页${id}`, folder: '店', method: 'get', path, operation: { responses } };
}

const example = { code: 0, msg: '', data: { left: 3, rows: [{ at: '' }] } };
const PAGES: readonly SitePage[] = [
  enveloped(1, '/object', shop),
  enveloped(2, '/list', { type: 'array', items: shop }),
  enveloped(3, '/count', { type: 'integer', minimum: 0 }),
  enveloped(4, '/nothing'),
  enveloped(5, '/null', { ...shop, nullable: true }),
  enveloped(6, '/either', { oneOf: [shop, { type: 'object', properties: { code: text } }] }),
  {
    id: 7,
    title: '例',
    method: 'get',
    path: '/example',
    operation: {
      responses: { 200: { description: '', content: json({ type: 'object', properties: {} }, { example }) } },
    },
  },
];

/** The first paths of pages, made after the envelope was written into the root. */
async function scaffolded(pages: readonly SitePage[]) {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-envelope-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const spec = join(folder, 'spec');
  mkdirSync(join(folder, 'pages'));
  for (const page of pages) writeFileSync(join(folder, 'pages', `${page.id}.md`), sitePage(page));
  const docs = (...args: string[]) => runCommand(runDocs, args);
  await docs('init', spec);
  const imported = await docs('import', join(folder, 'pages'), '--spec', spec);
  const root = join(spec, 'openapi.yaml');
  const envelope = 'x-envelopes: {usual: {code: code, message: msg, ok: [0], result: data}}\n';
  writeFileSync(root, envelope + readFileSync(root, 'utf8'));
  expect(await docs('scaffold', '--all', '--spec', spec)).toMatchObject({ code: 0 });
  const answers = (path: string) => {
    const { responses } = parse(readFileSync(join(spec, `paths${path}.yaml`), 'utf8')).get;
    return { ...responses, 200: responses[200].content['application/json'].schema };
  };
  return { imported, answers, spec };
}

test('the first paths describe what is inside the field of the result', async () => {
  const { imported, answers, spec } = await scaffolded(PAGES);
  expect(imported.out).toContain('code, msg, data stand in at least 6 of 7 answers: if they are an envelope');
  const one = { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: text } };
  expect(answers('/object')).toEqual({ 200: one });
  expect(answers('/list')).toEqual({ 200: { type: 'array', items: one } });
  expect(answers('/count')).toEqual({ 200: { type: 'integer', minimum: 0 } });
  expect(answers('/nothing')).toEqual({ 200: { type: 'object' } });
  expect(answers('/null')).toEqual({ 200: { ...one, type: ['object', 'null'] } });
  expect(answers('/either')).toEqual({
    200: { oneOf: [one, { type: 'object', properties: { code: text } }] },
  });
  expect(answers('/example')[200].properties).toMatchObject({
    left: { type: 'integer' },
    rows: { type: 'array', items: { properties: { at: text } } },
  });
  const { out } = await runCommand(runCheck, ['--spec', spec]);
  expect(out).toMatch(/7 operations of 7 pages, \d+ fields, \d+ places compared: 0 differences/);
});

test('a field beside the result is left to a person, who is told where it belongs', async () => {
  const pages = [enveloped(1, '/object', shop, { trace: text })];
  const { imported, spec } = await scaffolded(pages);
  expect(imported.out).not.toContain('x-envelopes');
  expect(imported.out).toContain('1 pages (1 curated); 4 of 4 files written');
  expect(readFileSync(join(spec, 'paths/object.yaml'), 'utf8')).toContain(
    '# decide: the page shows trace beside the result: name it in success of x-envelopes, or in x-omits',
  );
  const { out } = await runCommand(runCheck, ['--spec', spec]);
  expect(out).toMatch(
    /object\.yaml:1:1 facts-agree: \/object answer trace: .*\n\s+.*add it to success of x-envelopes in the root, or x-omits: \{trace: <reason>\}/,
  );
});
