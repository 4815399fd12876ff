import { expect, test } from 'vitest';
import { buildSite } from '../../scripts/site/site-pages.ts';
import { type FieldView, fieldTree } from '../../scripts/site/view/field-view.ts';
import { WORDS } from '../../scripts/site/words.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel, type Model } from '../../scripts/spec/model.ts';
import { folderOf } from '../support/spec-folder.ts';

const EVIL =
  '</script><img src=x onerror=alert(1)> {{ constructor }} [x](javascript:alert(1)) `{{ y }}`\n---\nlayout: home\n```\n<b>';

function modelOf(document: object, errors = '{}'): Model {
  const folder = folderOf({ 'spec/openapi.yaml': JSON.stringify(document), 'spec/error-codes.yaml': errors });
  return buildModel(assemble(loadSpec(`${folder}/spec/openapi.yaml`)));
}

test('texts of the specification are inert on every page', () => {
  const texts = { summary: EVIL, description: EVIL };
  const model = modelOf(
    {
      openapi: '3.1.0',
      info: { title: EVIL, version: '1', ...texts },
      externalDocs: { url: 'javascript:alert(1)' },
      tags: [{ name: 'one', 'x-title': EVIL, description: EVIL }],
      paths: {
        '/one': {
          get: {
            operationId: 'one',
            tags: ['one'],
            ...texts,
            'x-seat': EVIL,
            'x-errors': ['Evil'],
            'x-page': { id: EVIL, title: EVIL, modified: EVIL },
            parameters: [
              { name: 'a', in: 'query', description: EVIL, schema: { type: 'string' }, example: EVIL },
            ],
            responses: { 200: { description: EVIL } },
          },
        },
      },
    },
    `Evil: ${JSON.stringify({ code: 1, zh: EVIL, en: EVIL, advice: EVIL, advice_zh: EVIL })}\n`,
  );
  const site = buildSite({ model, guides: { en: [], zh: [] }, answers: new Map([['one', EVIL]]) });
  for (const { source, path } of site.flatMap(({ pages }) => pages)) {
    const [, head = '', ...rest] = source.split(/^---$/m);
    // Each value of the front matter is JSON on one line, so that no text begins another key.
    for (const line of head.trim().split('\n'))
      expect(
        () => JSON.parse(line.slice(line.indexOf(':') + 1)),
        `${path}: ${line.slice(0, 40)}`,
      ).not.toThrow();
    // Fences are shown unchanged.
    const body = rest.join('---').replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '');
    expect(body.replaceAll(/<p class="sample-title">[^<]*<\/p>/g, ''), path).not.toMatch(/<[a-z/!]|\{\{/i);
    expect(source).not.toContain('"url":"javascript');
  }
  for (const { titles } of site.flatMap(({ pages }) => pages).flatMap(({ search = [] }) => search))
    expect(titles.join(' ')).not.toContain('<');
});

test('schemas that refer to each other have as many levels of fields as fit on a page', () => {
  const count = 60;
  const schemas = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `S${at}`,
      {
        type: 'object',
        properties: Object.fromEntries(
          [1, 2, 3].map((step) => [`next${step}`, { $ref: `#/components/schemas/S${(at + step) % count}` }]),
        ),
      },
    ]),
  );
  const model = modelOf({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    components: { schemas },
    paths: {},
  });
  const all = (fields: readonly FieldView[]): number =>
    fields.reduce((sum, field) => sum + 1 + all(field.fields ?? []), 0);
  const found = all(fieldTree({ model, words: WORDS.en }, { $ref: '#/components/schemas/S0' }, 'result'));
  expect(found).toBeGreaterThan(100);
  expect(found).toBeLessThanOrEqual(400);
});
