import { expect, test } from 'vitest';
import { type MadePage, renderMarkdown, renderOpenApi } from '../../support/render-page.ts';
import { essence, read } from './essence.ts';

const small: MadePage = {
  id: 'api-1',
  title: '取得东西',
  method: 'GET',
  path: '/open-api/thing/one',
  errors: [],
  query: [{ name: 'id', type: 'string', required: true }],
  response: { fields: [{ name: 'id', type: 'string', required: true }], example: { id: 'x' } },
};

test('OpenAPI 3.1, 3.0, references and allOf give the same capture', () => {
  const name = { type: 'string' };
  const answer = (schema: object, components: object, openapi: string) =>
    essence(
      JSON.stringify({
        openapi,
        paths: {
          '/open-api/thing/one': {
            get: {
              summary: '取得东西',
              parameters: [{ $ref: '#/components/parameters/id' }],
              responses: { '200': { content: { 'application/json': { schema, example: { name: null } } } } },
            },
          },
        },
        components: {
          parameters: { id: { name: 'id', in: 'query', required: true, schema: name } },
          ...components,
        },
      }),
    );
  const forms = [
    answer({ type: 'object', properties: { name: { type: ['string', 'null'] } } }, {}, '3.1.0'),
    answer({ type: 'object', properties: { name: { ...name, nullable: true } } }, {}, '3.0.1'),
    answer(
      { $ref: '#/components/schemas/%E4%B8%9C%E8%A5%BF' },
      { schemas: { 东西: { type: 'object', properties: { name: { ...name, nullable: true } } } } },
      '3.0.1',
    ),
    answer(
      { allOf: [{ type: 'object' }, { properties: { name: { type: ['string', 'null'] } } }] },
      {},
      '3.1.0',
    ),
  ];
  for (const form of forms) {
    expect(form.query).toEqual(small.query);
    expect(form.response?.fields).toEqual([{ name: 'name', type: 'string|null', required: 'unmarked' }]);
  }
});

test('an export of a project gives the same captures as its pages', () => {
  const pages = ['one', 'list'].map((last) => ({ ...small, path: `/open-api/thing/${last}` }));
  const paths = Object.assign({}, ...pages.map((given) => Object(renderOpenApi(given)).paths));
  const captures = read(JSON.stringify({ ...renderOpenApi(small), paths }));
  expect(captures).toEqual(pages.map((given) => read(renderMarkdown(given))[0]));
});
