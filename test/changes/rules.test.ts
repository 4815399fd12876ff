import { expect, test } from 'vitest';
import { compareSurfaces } from '../../scripts/changes/compare-surfaces.ts';
import { reportOf } from '../../scripts/changes/report.ts';
import { RULES, type RuleId } from '../../scripts/changes/rules.ts';
import { surfaceOf } from '../../scripts/changes/surface.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';

const FILE = 'paths/thing/one.yaml';
const BASE = `post:
  operationId: thingOne
  summary: Get one thing.
  deprecated: false
  x-safety: idempotent
  x-limit: read
  x-envelope: errcode
  x-errors: [ThingNotFound]
  parameters:
    - {name: id, in: query, required: true, schema: {type: string}}
    - {name: since, in: query, schema: {type: integer}}
  requestBody:
    content:
      application/json:
        schema:
          type: object
          required: [name]
          properties:
            name: {type: string}
            note: {type: string}
            many: {type: [integer, string]}
            kind: {type: string, enum: [a, b]}
  responses:
    '200':
      description: The thing.
      content:
        application/json:
          schema:
            type: object
            required: [thing]
            properties:
              thing:
                type: object
                required: [key]
                properties:
                  key: {type: integer}
                  label: {type: string}
                  state: {type: string, enum: [on, off]}
                  rows: {type: array, items: {type: object, properties: {at: {type: integer}}}}
`;
const ROOT = SOUND['openapi.yaml']?.replace(
  'components:',
  `  status: {code: status_code, message: status_message, ok: [200], success: {type: object, properties: {status_code: {const: 200}}}, failure: {type: object}}
components:`,
);
const surface = (text: string, files: Readonly<Record<string, string>> = {}) =>
  surfaceOf(modelOf({ 'openapi.yaml': ROOT ?? '', [FILE]: text, ...files }));
const PAGING = '  x-pagination: {style: offset, limit: limit, offset: offset, items: thing.rows}\n';

/** A rule, an edit that calls for it and for nothing else, and whether the edit is read backwards. */
const cases: [rule: RuleId, from: string, to: string, where: string, backwards?: true][] = [
  ['operation-renamed', 'thingOne', 'thingTwo', ''],
  ['operation-deprecated', 'deprecated: false', 'deprecated: true', ''],
  ['operation-undeprecated', 'deprecated: false', 'deprecated: true', '', true],
  ['operation-path-changed', 'post:', 'put:', ''],
  ['envelope-changed', 'x-envelope: errcode', 'x-envelope: status', ''],
  ['safety-loosened', 'x-safety: idempotent', 'x-safety: read', ''],
  ['safety-tightened', 'x-safety: idempotent', 'x-safety: write', ''],
  ['limit-changed', 'x-limit: read', 'x-limit: bulk', ''],
  ['list-added', '  x-limit: read\n', `  x-limit: read\n${PAGING}`, ''],
  ['list-removed', '  x-limit: read\n', `  x-limit: read\n${PAGING}`, '', true],
  ['error-added', '[ThingNotFound]', '[ThingNotFound, TokenInvalid]', 'TokenInvalid'],
  ['error-removed', '[ThingNotFound]', '[ThingNotFound, TokenInvalid]', 'TokenInvalid', true],
  [
    'argument-added',
    'note: {type: string}',
    'note: {type: string}\n            more: {type: boolean}',
    'more',
  ],
  [
    'argument-added-required',
    '{name: since, in: query, schema',
    '{name: until, in: query, required: true, schema: {type: boolean}}\n    - {name: since, in: query, schema',
    'until',
  ],
  [
    'argument-removed',
    'note: {type: string}',
    'note: {type: string}\n            more: {type: boolean}',
    'more',
    true,
  ],
  ['argument-renamed', 'since', 'until', 'since'],
  ['argument-became-required', 'in: query, schema', 'in: query, required: true, schema', 'since'],
  ['argument-became-optional', 'required: [name]', 'required: []', 'name'],
  ['argument-type-widened', 'note: {type: string}', 'note: {type: [string, integer]}', 'note'],
  ['argument-type-narrowed', 'many: {type: [integer, string]}', 'many: {type: string}', 'many'],
  ['argument-type-changed', 'note: {type: string}', 'note: {type: boolean}', 'note'],
  ['argument-became-nullable', 'note: {type: string}', "note: {type: [string, 'null']}", 'note'],
  ['argument-became-not-nullable', 'note: {type: string}', "note: {type: [string, 'null']}", 'note', true],
  ['argument-value-added', 'enum: [a, b]', 'enum: [a, b, c]', 'kind'],
  ['argument-value-removed', 'enum: [a, b]', 'enum: [a]', 'kind'],
  ['argument-values-limited', 'note: {type: string}', 'note: {type: string, enum: [x]}', 'note'],
  ['argument-values-freed', ', enum: [a, b]', '', 'kind'],
  [
    'answer-added',
    'label: {type: string}',
    'label: {type: string}\n                  more: {type: object, properties: {a: {}}}',
    'thing.more',
  ],
  [
    'answer-removed',
    'label: {type: string}',
    'label: {type: string}\n                  more: {type: object, properties: {a: {}}}',
    'thing.more',
    true,
  ],
  ['answer-renamed', 'label: {type: string}', 'title: {type: string}', 'thing.label'],
  ['answer-became-optional', 'required: [key]', 'required: []', 'thing.key'],
  ['answer-became-required', 'required: [key]', 'required: [key, label]', 'thing.label'],
  ['answer-type-widened', 'key: {type: integer}', 'key: {type: [integer, string]}', 'thing.key'],
  ['answer-type-narrowed', 'key: {type: integer}', 'key: {type: [integer, string]}', 'thing.key', true],
  ['answer-type-changed', '{at: {type: integer}}', '{at: {type: string}}', 'thing.rows[].at'],
  ['answer-became-nullable', 'key: {type: integer}', "key: {type: [integer, 'null']}", 'thing.key'],
  ['answer-became-not-nullable', 'key: {type: integer}', "key: {type: [integer, 'null']}", 'thing.key', true],
  ['answer-value-added', 'enum: [on, off]', 'enum: [on, off, broken]', 'thing.state'],
  ['answer-value-removed', 'enum: [on, off]', 'enum: [on]', 'thing.state'],
  ['answer-values-limited', ', enum: [on, off]', '', 'thing.state', true],
  ['answer-values-freed', ', enum: [on, off]', '', 'thing.state'],
];

test.each(cases)('%s', (rule, from, to, where, backwards) => {
  expect(BASE).toContain(from);
  const states = [surface(BASE), surface(BASE.replace(from, to))] as const;
  const [before, after] = backwards ? states.toReversed() : states;
  const findings = compareSurfaces(before ?? new Map(), after ?? new Map());
  expect(findings.map((each) => [each.rule, each.where])).toEqual([[rule, where]]);
  expect(findings[0]?.severity).toBe(RULES[rule].severity);
  expect(findings[0]?.text).not.toMatch(/\{|undefined/);
  expect(reportOf(findings).bump).toBe(RULES[rule].bump);
});

test('an operation that comes, and one that goes', () => {
  const other = BASE.replace('thingOne', 'thingTwo');
  const root = ROOT?.replace('paths:\n', 'paths:\n  /api/thing/two: {$ref: paths/thing/two.yaml}\n') ?? '';
  const both = surface(BASE, { 'openapi.yaml': root, 'paths/thing/two.yaml': other });
  const rules = (before: typeof both, after: typeof both) =>
    compareSurfaces(before, after).map(({ rule, operation }) => [rule, operation]);
  expect(rules(surface(BASE), both)).toEqual([['operation-added', 'thingTwo']]);
  expect(rules(both, surface(BASE))).toEqual([['operation-removed', 'thingTwo']]);
});

test('another code for an error', () => {
  const codes = SOUND['error-codes.yaml']?.replace('20001', '20009') ?? '';
  const findings = compareSurfaces(surface(BASE), surface(BASE, { 'error-codes.yaml': codes }));
  expect(findings.map(({ rule, where }) => [rule, where])).toEqual([['error-code-changed', 'ThingNotFound']]);
});

test('every rule has its case', () => {
  const elsewhere = ['operation-added', 'operation-removed', 'error-code-changed'];
  expect([...cases.map(([rule]) => rule), ...elsewhere].sort()).toEqual(Object.keys(RULES).sort());
});

test('nothing changed: nothing to say', () => {
  expect(reportOf(compareSurfaces(surface(BASE), surface(BASE)))).toEqual({ bump: 'none', findings: [] });
});
