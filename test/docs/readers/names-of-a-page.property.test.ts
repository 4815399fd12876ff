import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newFacts } from '../../../scripts/docs/diff/merge-capture.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import { checkPage } from '../../../scripts/evidence/facts/check-page.ts';
import { isObject } from '../../../scripts/spec/openapi.ts';
import { parseSource } from '../../../scripts/spec/source.ts';
import { yamlText } from '../../../scripts/spec/yaml-text.ts';
import { runs } from '../../support/runs.ts';
import { sitePage } from '../site-pages.ts';

type Json = Readonly<Record<string, unknown>>;

const MODELS = ['模型', 'Page«Row»', 'c'];
const model = fc.constantFrom(...MODELS).map((name) => ({ $ref: `#/components/schemas/${name}` }));
const leaf = fc.constantFrom<object[]>(
  { type: 'string', format: 'date' },
  { type: 'integer', minimum: 0 },
  { type: ['string', 'null'] },
  { enum: ['a', 1] },
  { const: true },
  { type: 'file' },
  {},
);
/** Properties have names of their own later on; here only their number counts. */
const properties = (schema: fc.Arbitrary<object>) =>
  fc
    .array(schema, { maxLength: 3 })
    .map((list) => Object.fromEntries(list.map((part, at) => [`p${at}`, part])));

const { schema, object } = fc.letrec<{ schema: object; object: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    tie('object'),
    model,
    fc.record({ type: fc.constant('array'), items: tie('schema') }),
    fc.record({ items: tie('schema') }),
    fc.record({ type: fc.constant('object'), additionalProperties: tie('schema') }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(fc.oneof(tie('object'), model), { minLength: 1, maxLength: 3 }) }),
    fc.record({ properties: properties(tie('schema')), additionalProperties: tie('schema') }),
    fc.record({
      properties: properties(tie('schema')),
      oneOf: fc.array(tie('object'), { minLength: 2, maxLength: 2 }),
    }),
  ),
  object: fc.record({ type: fc.constant('object'), properties: properties(tie('schema')) }),
}));
/** What the facts cannot say, and what leads nowhere. */
const odd = fc.oneof(
  { weight: 80, arbitrary: fc.constant({}) },
  fc.record({ patternProperties: fc.record({ '^x': schema }) }),
  fc.record({ type: fc.constant('array'), prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }) }),
  fc.record({ else: fc.record({ properties: properties(schema) }), if: fc.constant({}) }),
  fc.constant({ properties: { gone: { $ref: '#/components/schemas/Gone' } } }),
);
const parameter = fc.record({
  in: fc.constantFrom('path', 'query', 'header', 'cookie', 'formData'),
  schema: schema,
  required: fc.boolean(),
  style: fc.constantFrom('schema', 'content', 'reference'),
});
const content = fc.record({
  types: fc.uniqueArray(
    fc.constantFrom(
      'application/json',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'text/xml',
      '*/*',
    ),
    { minLength: 1, maxLength: 2 },
  ),
  schemas: fc.tuple(schema, fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, schema)),
  odd,
  hasHeader: fc.boolean(),
});
const page = fc.record({
  method: fc.constantFrom('get', 'post', 'put', 'delete', 'patch'),
  parameters: fc.array(parameter, { maxLength: 5 }),
  shared: fc.array(parameter, { maxLength: 2 }),
  body: fc.option(content, { nil: undefined }),
  success: content,
  others: fc.dictionary(fc.constantFrom('201', '400', '404', 'x-200:失败', 'default'), content, {
    maxKeys: 2,
  }),
  models: fc.record(Object.fromEntries(MODELS.map((name) => [name, object]))),
});

type GivenParameter = typeof parameter extends fc.Arbitrary<infer T> ? T : never;

/** A page as its document, with the names that it shows. */
function written(made: typeof page extends fc.Arbitrary<infer T> ? T : never) {
  let count = 0;
  const names = new Set<string>();
  const fresh = () => `name${count++}`;
  const models: Record<string, unknown> = {};
  const parameters: Record<string, unknown> = {};
  const parameterOf = ({ in: place, schema: made, required, style }: GivenParameter) => {
    // A message names a parameter in a place that nobody knows, not what it holds.
    const own = place === 'formData' ? { type: 'string' } : made;
    const name = fresh();
    names.add(name);
    const held =
      style === 'content'
        ? { content: { 'application/json': { schema: renamed(own) } } }
        : { schema: renamed(own) };
    const full = { name, in: place, required, ...held };
    if (style !== 'reference') return full;
    parameters[name] = full;
    return { $ref: `#/components/parameters/${name}` };
  };
  const contentOf = ({
    types,
    schemas: [first, second],
    odd: more,
    hasHeader,
  }: NonNullable<typeof made.body>) => {
    const header = fresh();
    if (hasHeader) names.add(header);
    const one = renamed({ allOf: [first, more] });
    return {
      description: '',
      content: Object.fromEntries(
        types.map((type, at) => [type, { schema: at === 0 || second === undefined ? one : renamed(second) }]),
      ),
      ...(hasHeader && { headers: { [header]: { schema: { type: 'string' } } } }),
    };
  };
  const lists = { operation: made.parameters.map(parameterOf), shared: made.shared.map(parameterOf) };
  const body = made.body && contentOf({ ...made.body, hasHeader: false });
  const responses = Object.fromEntries(
    Object.entries({ 200: made.success, ...made.others }).map(([status, own]) => [status, contentOf(own)]),
  );
  for (const name of MODELS) models[name] = renamed(made.models[name] ?? {});
  const operation = {
    summary: '甲',
    parameters: lists.operation,
    ...(body && { requestBody: body }),
    responses,
  };
  const document = {
    paths: { '/one': { [made.method]: operation, parameters: lists.shared } },
    components: { schemas: models, parameters },
  };
  collect([operation, lists.shared]);
  return { document, names };

  /** A copy of a schema in which every property has a name of its own. */
  function renamed(value: unknown, areNames = false): unknown {
    if (Array.isArray(value)) return value.map((item) => renamed(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        areNames && key !== 'gone' ? fresh() : key,
        renamed(item, key === 'properties' && !areNames),
      ]),
    );
  }

  /** Collects the names of the properties that the operation reaches, through references too. */
  function collect(value: unknown, seen = new Set<unknown>()): void {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const holder: Json = isObject(value) ? value : {};
    const [, kind, name = ''] = /^#\/components\/(schemas|parameters)\/(.*)$/.exec(String(holder.$ref)) ?? [];
    if (kind !== undefined) collect((kind === 'schemas' ? models : parameters)[name], seen);
    if (isObject(holder.properties)) for (const key of Object.keys(holder.properties)) names.add(key);
    for (const item of Object.values(value)) collect(item, seen);
  }
}

/** What the reader says of a page with more than it reads: models that contain each other multiply at every level. */
const CUT = /fields beyond the first|nested deeper than/;

test('every name of a page is in its facts or in a message, and complete is true only where all are', () => {
  const seen = { complete: 0, incomplete: 0, cut: 0 };
  fc.assert(
    fc.property(page, (made) => {
      const { document, names } = written(made);
      const text = sitePage({ id: 1, title: '甲', method: made.method, path: '/one', document });
      const [capture] = readCapturesOf(new TextEncoder().encode(text), 'page.md');
      if (capture === undefined) throw new Error('nothing was read');
      const facts = newFacts(capture, { category: '类', slug: 'class', seats: {} });
      const source = parseSource(yamlText(facts), '/page.yaml', 'page');
      expect(checkPage(source, [], source.value)).toEqual([]);
      const told = JSON.stringify([facts, capture.ignored ?? []]);
      const lost = [...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(told));
      const contents = [made.body, made.success, ...Object.values(made.others)];
      const hasSecond = contents.some((own) => own?.schemas[1] !== undefined);
      const isWhole = causesOf(document) === 0 && !hasSecond;
      seen[facts.complete ? 'complete' : 'incomplete']++;
      const isCut = CUT.test(String(facts.missing));
      if (isCut) seen.cut++;
      expect(facts.complete || !isWhole || isCut).toBe(true);
      if (facts.complete) expect(lost).toEqual([]);
    }),
    // Shrinking a large page that fails takes minutes for each step.
    { numRuns: runs(30, 1500), interruptAfterTimeLimit: 600_000, markInterruptAsFailure: true },
  );
  expect(seen.cut).toBeLessThan(seen.complete);
  expect(Math.min(seen.complete, seen.incomplete)).toBeGreaterThan(0);
}, 900_000);

/** How many parts of a document the facts cannot hold. */
function causesOf(document: Json): number {
  const [item] = Object.values(isObject(document.paths) ? document.paths : {});
  return causesIn(item, document, new Set());
}

function causesIn(value: unknown, document: Json, seen: Set<unknown>): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (Array.isArray(value))
    return value.reduce<number>((sum, part) => sum + causesIn(part, document, seen), 0);
  const holder: Json = isObject(value) ? value : {};
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.*)$/.exec(String(holder.$ref)) ?? [];
  if (kind !== '') {
    const { [kind]: parts } = isObject(document.components) ? document.components : {};
    const found = isObject(parts) ? parts[name] : undefined;
    return found === undefined ? 1 : causesIn(found, document, seen);
  }
  const own = ['patternProperties', 'prefixItems', 'if'].filter((key) => holder[key] !== undefined).length;
  return (
    own +
    (isMoreThanList(holder, document) ? 1 : 0) +
    (hasMapInPart(holder, document) ? 1 : 0) +
    Object.values(holder).reduce<number>((sum, part) => sum + causesIn(part, document, seen), 0)
  );
}

/** Whether a value may be a list, and the schema says more of it: of a list, the facts describe the items alone. */
function isMoreThanList(schema: Json, document: Json): boolean {
  const parts = partsInPlace(schema, document, new Set());
  return (
    parts.some(({ items }) => items !== undefined) &&
    parts.some(
      ({ properties, oneOf, anyOf, additionalProperties }) =>
        [properties, additionalProperties].some(isObject) ||
        [oneOf, anyOf].some((list) => lengthOf(list) > 1),
    )
  );
}

/** Whether a part of a schema has alternatives, and the value may be a map: the facts hold those of the schema itself. */
function hasMapInPart(schema: Json, document: Json): boolean {
  const [, ...parts] = partsInPlace(schema, document, new Set());
  return (
    parts.some(({ oneOf, anyOf }) => [oneOf, anyOf].some((list) => lengthOf(list) > 1)) &&
    parts.some(({ additionalProperties }) => isObject(additionalProperties))
  );
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** A schema and everything that applies to the same value. */
function partsInPlace(value: unknown, document: Json, seen: Set<unknown>): Json[] {
  const schema = modelOf(value, document);
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return [schema, ...parts.flatMap((part) => partsInPlace(part, document, seen))];
}

function modelOf(value: unknown, { components }: Json): unknown {
  const name = isObject(value) ? /^#\/components\/schemas\/(.*)$/.exec(String(value.$ref))?.[1] : undefined;
  const models = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  return name === undefined ? value : models[name];
}
