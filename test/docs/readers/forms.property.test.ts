import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { FactField } from '../../../scripts/evidence/facts/facts.ts';
import { exactJson } from '../../../scripts/kit/exact-json.ts';
import {
  type MadeContent,
  type MadePage,
  renderMarkdown,
  renderOpenApi,
  renderText,
} from '../../support/render-page.ts';
import { runs } from '../../support/runs.ts';
import { essence } from './essence.ts';

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
    { numRuns: runs(50, 200) },
  );
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
    { numRuns: runs(75, 300) },
  );
  console.log(`${certain} read with certainty, ${uncertain} left to a person`);
  expect(certain).toBeGreaterThan(uncertain);
});
