import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { newFacts } from '../../../scripts/docs/diff/merge-capture.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import { scaffoldPath } from '../../../scripts/docs/scaffold/scaffold-path.ts';
import { checkPage } from '../../../scripts/evidence/facts/check-page.ts';
import { isObject } from '../../../scripts/spec/openapi.ts';
import { parseSource } from '../../../scripts/spec/source.ts';
import { yamlText } from '../../../scripts/spec/yaml-text.ts';
import { runs } from '../../support/runs.ts';
import { sitePage } from '../site-pages.ts';

const name = fc.constantFrom(
  'id',
  'name',
  '名称',
  'items',
  'type',
  'values',
  'x-y',
  'a.b',
  '__count',
  'constructor',
);
const leaf = fc.constantFrom(
  { type: 'string' },
  { type: 'string', format: 'date-time', nullable: true },
  { type: 'string', enum: ['a', 'b'], pattern: '^[ab]$' },
  { type: 'integer', format: 'int64', minimum: 1, default: 2 },
  { type: 'array', items: { type: 'string', maxLength: 9 } },
  { type: 'boolean', deprecated: true },
  { type: 'null' },
  {},
);

/** Schemas as pages hold them: nested objects, lists, maps, branches and what several parts add up to. */
const { schema } = fc.letrec<{ schema: object; object: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('object'),
    fc.record({ type: fc.constant('array'), items: tie('schema') }),
    fc.record({ type: fc.constant('object'), additionalProperties: tie('schema') }),
    fc.record({ oneOf: fc.array(tie('object'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie('object'), { minLength: 1, maxLength: 2 }) }),
    // Parts that contradict each other have no meaning to keep.
    fc.array(tie('object'), { minLength: 1, maxLength: 3 }).map((parts) => ({ allOf: parts.map(renamed) })),
  ),
  object: fc.record({
    type: fc.constant('object'),
    properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
  }),
}));

/** A part of a schema, whose members have names of their own. */
function renamed(part: object, at: number): object {
  const { properties = {}, ...rest } = part as { properties?: object };
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [`${key}${at}`, value])),
  };
}

/** The paths of all members of a schema: through lists, maps and branches. */
function membersOf(value: unknown, path = '', found = new Set<string>()): Set<string> {
  if (!isObject(value)) return found;
  for (const [key, member] of Object.entries(isObject(value.properties) ? value.properties : {})) {
    found.add(`${path}/${key}`);
    membersOf(member, `${path}/${key}`, found);
  }
  for (const key of ['oneOf', 'anyOf', 'allOf'] as const)
    for (const part of Array.isArray(value[key]) ? value[key] : []) membersOf(part, path, found);
  if (isObject(value.additionalProperties) && Object.keys(value.additionalProperties).length > 0) {
    found.add(`${path}/*`);
    membersOf(value.additionalProperties, `${path}/*`, found);
  }
  membersOf(value.items, path, found);
  return found;
}

function contentSchema(value: unknown): unknown {
  return isObject(value) && isObject(value.content) && isObject(value.content['application/json'])
    ? value.content['application/json'].schema
    : undefined;
}

test('every member of a page is in its facts and in the first path', () => {
  const root = { basePath: '', envelopes: new Map(), hasSeats: false, hasLimits: false, security: [] };
  fc.assert(
    fc.property(schema, schema, (body, answer) => {
      const content = (given: object) => ({ content: { 'application/json': { schema: given } } });
      const operation = {
        requestBody: content(body),
        responses: { 200: { description: '', ...content(answer) } },
      };
      const page = sitePage({ id: 1, title: '查', method: 'post', path: '/one', operation });
      const [capture] = readCapturesOf(new TextEncoder().encode(page), 'page.md');
      if (capture === undefined) throw new Error('nothing was read');
      expect(capture.missing).toEqual([]);
      const facts = newFacts(capture, { category: '类', slug: 'class', seats: {} });
      const source = parseSource(yamlText(facts), '/page.yaml', 'page');
      expect(checkPage(source, [], source.value)).toEqual([]);
      const { post } = parse(scaffoldPath([facts], root));
      expect(membersOf(contentSchema(post.requestBody))).toEqual(membersOf(body));
      expect(membersOf(contentSchema(post.responses[200]))).toEqual(membersOf(answer));
    }),
    { numRuns: runs(60, 1500) },
  );
}, 900_000);
