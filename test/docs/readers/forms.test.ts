import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import type { FactField } from '../../../scripts/evidence/facts/facts.ts';
import { exactJson } from '../../../scripts/kit/exact-json.ts';
import {
  type MadeContent,
  type MadePage,
  renderMarkdown,
  renderOpenApi,
  renderText,
} from '../../support/render-page.ts';

const read = (text: string) => readCapturesOf(new TextEncoder().encode(text), 'page');

// Names repeat often, so that some lists can be read in more than one way.
const name = fc.oneof(
  fc.constantFrom('id', 'name', 'user', 'total'),
  fc.stringMatching(/^[a-z][a-z_]{1,10}[a-z]$/),
);
const words = fc.stringMatching(/^[一-龥]{1,12}$/);
const mark = fc.constantFrom<true | 'unmarked'>(true, 'unmarked');

/** The value that examples show for each type. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  string: 'x',
  // Ids go beyond 2^53, and every form keeps their digits.
  integer: 90071992547409931n,
  number: 1.5,
  boolean: true,
  null: null,
};
const scalar = fc.constantFrom('string', 'integer', 'number', 'boolean');

/** The limits, defaults, examples and lists of values that a field of each type may state. */
const facets: Readonly<Record<string, fc.Arbitrary<Partial<FactField>>>> = {
  string: fc.record(
    {
      min_length: fc.nat(9),
      max_length: fc.nat(99),
      default: fc.constantFrom('a', 'b'),
      example: fc.constantFrom('x', 'SJ20240305'),
      enum: fc.uniqueArray(fc.constantFrom('a', 'b', 'c_d'), { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  integer: fc.record(
    {
      min: fc.integer({ min: -9, max: 9 }),
      max: fc.constantFrom<number | bigint>(99, 9223372036854775807n),
      default: fc.constantFrom<number | bigint>(9, 9007199254740993n),
      example: fc.constantFrom<number | bigint>(9, -9007199254740993n),
      enum: fc.uniqueArray(fc.nat(9), { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  'array<string>': fc.record({ min_items: fc.nat(9), max_items: fc.nat(99) }, { requiredKeys: [] }),
};

/** A field of one of the types, with facets that fit its type. */
const fieldOf = (types: fc.Arbitrary<string>): fc.Arbitrary<FactField> =>
  types.chain((type) =>
    fc
      .tuple(
        fc.record(
          { name, type: fc.constant(type), required: mark, about: words },
          { requiredKeys: ['name', 'type', 'required'] },
        ),
        facets[type] ?? fc.constant({}),
      )
      .map(([field, stated]) => ({ ...field, ...stated })),
  );

const leaf = fieldOf(
  fc.oneof(
    scalar,
    scalar.map((type) => `array<${type}>`),
  ),
);

/** Fields nested up to three levels deep. Names are unique within an object. */
const { fields } = fc.letrec<{ fields: FactField[]; field: FactField }>((tie) => ({
  field: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.record({
      name,
      type: fc.constantFrom('object', 'array<object>'),
      required: mark,
      fields: tie('fields').filter((members) => members.length > 0),
    }),
  ),
  fields: fc.uniqueArray(tie('field'), { selector: (field) => field.name, maxLength: 5 }),
}));

/** Returns an example with every field, in order. */
function exampleOf(all: readonly FactField[]): Record<string, unknown> {
  return Object.fromEntries(all.map((field) => [field.name, sampleOf(field)]));
}

function sampleOf({ type, fields: members }: FactField): unknown {
  const item = /^array<(.+)>$/.exec(type)?.[1];
  if (item !== undefined) return [item === 'object' ? exampleOf(members ?? []) : SAMPLES[item]];
  return type === 'object' ? exampleOf(members ?? []) : SAMPLES[type];
}

const content: fc.Arbitrary<MadeContent> = fields.map((all) => ({ fields: all, example: exampleOf(all) }));
const parameter = fc.oneof(
  fieldOf(fc.constantFrom('string', 'integer')),
  // A parameter without a type is recognized by its description.
  fc.record<FactField>({ name, type: fc.constant('unknown'), required: mark, about: words }),
);

const page: fc.Arbitrary<MadePage> = fc.record(
  {
    id: fc.nat(99_999_999).map((number) => `api-${number}`),
    title: words,
    method: fc.constantFrom('GET' as const, 'POST' as const),
    path: fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `/open-api/${parts.join('/')}`),
    licence: fc.oneof(fc.constantFrom('基础', '销售'), words),
    status: fc.constantFrom('designing', 'developing', 'testing', 'deprecated'),
    errors: fc.uniqueArray(fc.record({ code: fc.integer({ min: 20_000, max: 29_999 }), zh: words }), {
      selector: ({ code }) => code,
      maxLength: 3,
    }),
    query: fc
      .uniqueArray(parameter, { selector: (field) => field.name, maxLength: 3 })
      // In the text of a page, a name without type and mark looks like one more value of the list before it.
      .filter((all) =>
        all.every(({ type, required }, at) => type !== 'unknown' || required === true || !all[at - 1]?.enum),
      ),
    body: content,
    response: content,
  },
  { requiredKeys: ['id', 'title', 'method', 'path', 'errors', 'query', 'response'] },
);

/** Reads a page and drops its source and everything that only one form shows. */
function essence(text: string) {
  const [capture] = read(text);
  if (capture === undefined) throw new Error('nothing was read');
  const { from: _, page: __, modified: ___, folder: ____, status, ...rest } = capture;
  // A page's text marks every state but this one.
  return { ...rest, status: status === 'released' ? undefined : status };
}

test('Markdown and exports (JSON and YAML) of a page give the same capture', () => {
  fc.assert(
    fc.property(page, (given) => {
      const first = essence(renderMarkdown(given));
      expect(essence(exactJson(renderOpenApi(given)))).toEqual(first);
      expect(essence(stringify(renderOpenApi(given)))).toEqual(first);
      expect(first).toMatchObject({
        title: given.title,
        method: given.method,
        path: given.path,
        errors: given.errors,
      });
      expect(first.query).toEqual(given.query);
      expect(first.response?.fields).toEqual(given.response.fields);
      expect(first.body?.fields).toEqual(given.body?.fields);
    }),
    { numRuns: 200 },
  );
}, 120_000);

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

test('the text of a page gives the same capture as its Markdown, or reports that its nesting is uncertain', () => {
  let certain = 0;
  let uncertain = 0;
  fc.assert(
    fc.property(page, (given) => {
      const text = essence(renderText(given));
      const markdown = essence(renderMarkdown(given));
      const { body: _, response: __, missing: ___, ...head } = markdown;
      expect(text).toMatchObject(head);
      if (text.missing.length > 0) uncertain++;
      else {
        certain++;
        expect(text.response?.fields).toEqual(given.response.fields);
        expect(text.body?.fields).toEqual(given.body?.fields);
      }
    }),
    { numRuns: 300 },
  );
  console.log(`${certain} read with certainty, ${uncertain} left to a person`);
  expect(certain).toBeGreaterThan(uncertain);
}, 120_000);
