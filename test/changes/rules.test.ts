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
  x-seat: base
  x-page: {id: api-1}
  parameters:
    - {name: id, in: query, required: true, schema: {type: string}}
    - {name: since, in: query, schema: {type: integer}}
    - {name: limit, in: query, schema: {type: integer, default: 30, maximum: 100, minimum: 1}}
    - {name: at, in: query, schema: {type: integer, format: unix-seconds}}
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
                  others: {type: array, maxItems: 5, items: {type: string}}
                  made: {type: integer, format: fen}
                  mood: {type: string, x-known-values: [good]}
`;
const ROOT = SOUND['openapi.yaml']?.replace(
  'components:',
  `  status: {code: status_code, message: status_message, ok: [200], success: {type: object, properties: {status_code: {const: 200}}}, failure: {type: object}}
components:`,
);
const PUSHED = 'webhooks/thing_change.yaml';
const MESSAGE = `post:
  operationId: thingChanged
  requestBody:
    content:
      application/json:
        schema:
          type: object
          required: [key]
          properties:
            key: {type: integer}
            label: {type: string}
            state: {type: string, enum: [on, off]}
            many: {type: array, maxItems: 5, items: {type: string}}
            made: {type: integer, format: fen}
            mood: {type: string, x-known-values: [good]}
`;
const WITH_WEBHOOK = `${ROOT ?? ''}webhooks:\n  thing_change: {$ref: ${PUSHED}}\n`;
const pushed = (text: string) => surface(BASE, { 'openapi.yaml': WITH_WEBHOOK, [PUSHED]: text });
const surface = (text: string, files: Readonly<Record<string, string>> = {}) =>
  surfaceOf(modelOf({ 'openapi.yaml': ROOT ?? '', [FILE]: text, ...files }));
const PAGING = '  x-pagination: {style: offset, limit: limit, offset: offset, items: thing.rows}\n';

/** A rule, an edit that triggers this rule and no other, and whether to compare the edited state with the original. */
const cases: [rule: RuleId, from: string, to: string, where: string, backwards?: true][] = [
  ['operation-renamed', 'thingOne', 'thingTwo', ''],
  ['operation-deprecated', 'deprecated: false', 'deprecated: true', ''],
  ['operation-undeprecated', 'deprecated: false', 'deprecated: true', '', true],
  ['operation-path-changed', 'post:', 'put:', ''],
  ['envelope-changed', 'x-envelope: errcode', 'x-envelope: status', ''],
  ['safety-loosened', 'x-safety: idempotent', 'x-safety: read', ''],
  ['safety-tightened', 'x-safety: idempotent', 'x-safety: write', ''],
  ['effect-changed', 'x-limit: read', 'x-limit: read\n  x-effect: delete', ''],
  ['limit-changed', 'x-limit: read', 'x-limit: bulk', ''],
  ['list-added', '  x-limit: read\n', `  x-limit: read\n${PAGING}`, ''],
  ['list-removed', '  x-limit: read\n', `  x-limit: read\n${PAGING}`, '', true],
  ['list-items-changed', '  x-limit: read\n', `  x-limit: read\n${PAGING.replace('rows', 'others')}`, ''],
  [
    'list-paging-changed',
    '  x-limit: read\n',
    `  x-limit: read\n${PAGING.replace('offset: offset', 'offset: since')}`,
    '',
  ],
  ['operation-marked', 'x-seat: base', 'x-seat: base\n  x-status: testing', ''],
  ['operation-released', 'x-seat: base', 'x-seat: base\n  x-status: testing', '', true],
  ['seat-changed', 'x-seat: base', 'x-seat: sales', ''],
  ['seat-changed', 'x-seat: base', 'x-seat: unknown', ''],
  ['seat-stated', 'x-seat: base', 'x-seat: unknown', '', true],
  ['body-type-changed', 'application/json:\n        schema:', 'multipart/form-data:\n        schema:', ''],
  ['argument-group-added', 'x-seat: base', 'x-seat: base\n  x-oneOf-required: [since, note]', ''],
  ['argument-group-removed', 'x-seat: base', 'x-seat: base\n  x-oneOf-required: [since, note]', '', true],
  ['argument-default-changed', 'default: 30', 'default: 50', 'limit'],
  [
    'argument-limit-set',
    '{name: since, in: query, schema: {type: integer',
    '{name: since, in: query, schema: {type: integer, maximum: 9',
    'since',
  ],
  ['argument-limit-tightened', 'maximum: 100', 'maximum: 50', 'limit'],
  ['argument-limit-tightened', 'minimum: 1', 'minimum: 2', 'limit'],
  ['argument-limit-loosened', 'maximum: 100', 'maximum: 200', 'limit'],
  ['argument-limit-loosened', ', maximum: 100', '', 'limit'],
  ['argument-format-changed', 'format: unix-seconds', 'format: unix-milliseconds', 'at'],
  ['argument-format-withdrawn', ', format: unix-seconds', '', 'at'],
  ['argument-format-stated', ', format: unix-seconds', '', 'at', true],
  ['argument-deprecated', 'note: {type: string}', 'note: {type: string, deprecated: true}', 'note'],
  ['argument-undeprecated', 'note: {type: string}', 'note: {type: string, deprecated: true}', 'note', true],
  ['answer-limit-tightened', 'maxItems: 5', 'maxItems: 4', 'thing.others'],
  ['answer-limit-loosened', 'maxItems: 5', 'maxItems: 6', 'thing.others'],
  ['answer-format-changed', 'format: fen', 'format: yuan', 'thing.made'],
  ['answer-format-withdrawn', ', format: fen', '', 'thing.made'],
  ['answer-format-stated', ', format: fen', '', 'thing.made', true],
  ['answer-known-value-added', '[good]', '[good, bad]', 'thing.mood'],
  ['answer-known-value-removed', '[good]', '[good, bad]', 'thing.mood', true],
  ['answer-deprecated', 'label: {type: string}', 'label: {type: string, deprecated: true}', 'thing.label'],
  [
    'answer-undeprecated',
    'label: {type: string}',
    'label: {type: string, deprecated: true}',
    'thing.label',
    true,
  ],
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

/** The same for a pushed message. */
const messages: typeof cases = [
  ['webhook-marked', 'operationId: thingChanged', 'operationId: thingChanged\n  x-status: testing', ''],
  [
    'webhook-released',
    'operationId: thingChanged',
    'operationId: thingChanged\n  x-status: testing',
    '',
    true,
  ],
  [
    'message-added',
    'label: {type: string}',
    'label: {type: string}\n            more: {type: boolean}',
    'more',
  ],
  [
    'message-removed',
    'label: {type: string}',
    'label: {type: string}\n            more: {type: boolean}',
    'more',
    true,
  ],
  ['message-renamed', 'label: {type: string}', 'title: {type: string}', 'label'],
  ['message-became-optional', 'required: [key]', 'required: []', 'key'],
  ['message-became-required', 'required: [key]', 'required: [key, label]', 'label'],
  ['message-type-widened', 'key: {type: integer}', 'key: {type: [integer, string]}', 'key'],
  ['message-type-narrowed', 'key: {type: integer}', 'key: {type: [integer, string]}', 'key', true],
  ['message-type-changed', 'key: {type: integer}', 'key: {type: string}', 'key'],
  ['message-became-nullable', 'key: {type: integer}', "key: {type: [integer, 'null']}", 'key'],
  ['message-became-not-nullable', 'key: {type: integer}', "key: {type: [integer, 'null']}", 'key', true],
  ['message-value-added', 'enum: [on, off]', 'enum: [on, off, broken]', 'state'],
  ['message-value-removed', 'enum: [on, off]', 'enum: [on]', 'state'],
  ['message-values-limited', ', enum: [on, off]', '', 'state', true],
  ['message-values-freed', ', enum: [on, off]', '', 'state'],
  ['message-limit-tightened', 'maxItems: 5', 'maxItems: 4', 'many'],
  ['message-limit-loosened', 'maxItems: 5', 'maxItems: 6', 'many'],
  ['message-format-changed', 'format: fen', 'format: yuan', 'made'],
  ['message-format-withdrawn', ', format: fen', '', 'made'],
  ['message-format-stated', ', format: fen', '', 'made', true],
  ['message-known-value-added', '[good]', '[good, bad]', 'mood'],
  ['message-known-value-removed', '[good]', '[good, bad]', 'mood', true],
  ['message-deprecated', 'label: {type: string}', 'label: {type: string, deprecated: true}', 'label'],
  ['message-undeprecated', 'label: {type: string}', 'label: {type: string, deprecated: true}', 'label', true],
];

const PAGED = BASE.replace('  x-limit: read\n', `  x-limit: read\n${PAGING}`);
const all = [
  ...cases.map((row) => ({
    row,
    make: surface,
    base: row[0].startsWith('list-') && row[0].endsWith('changed') ? PAGED : BASE,
  })),
  ...messages.map((row) => ({ row, make: pushed, base: MESSAGE })),
].map(({ row, ...rest }): [RuleId, typeof row, typeof rest] => [row[0], row, rest]);

test.each(all)('%s', (_, [rule, from, to, where, backwards], { make, base }) => {
  expect(base).toContain(from);
  const edited = base === PAGED ? BASE.replace(from, to) : base.replace(from, to);
  const states = [make(base), make(edited)] as const;
  const [before, after] = backwards ? states.toReversed() : states;
  const findings = compareSurfaces(before ?? new Map(), after ?? new Map());
  expect(findings.map((finding) => [finding.rule, finding.where])).toEqual([[rule, where]]);
  expect(findings[0]?.severity).toBe(RULES[rule].severity);
  expect(findings[0]?.text).not.toMatch(/\{|undefined/);
  expect(reportOf(findings).bump).toBe(RULES[rule].bump);
});

test('an added message and a removed message', () => {
  const rules = (before: ReturnType<typeof surface>, after: typeof before) =>
    compareSurfaces(before, after).map(({ rule, operation }) => [rule, operation]);
  expect(rules(surface(BASE), pushed(MESSAGE))).toEqual([['webhook-added', 'thing_change']]);
  expect(rules(pushed(MESSAGE), surface(BASE))).toEqual([['webhook-removed', 'thing_change']]);
});

test('an operation whose page moved to another path counts as renamed', () => {
  const root = ROOT?.replace('/api/thing/one:', '/api/thing/get:') ?? '';
  const moved = surface(BASE.replace('thingOne', 'thingGet'), { 'openapi.yaml': root });
  expect(compareSurfaces(surface(BASE), moved).map(({ rule, operation }) => [rule, operation])).toEqual([
    ['operation-renamed', 'thingOne'],
    ['operation-path-changed', 'thingGet'],
  ]);
});

test('a renamed error', () => {
  const codes = SOUND['error-codes.yaml']?.replace('ThingNotFound', 'ThingUnknown') ?? '';
  const renamed = surface(BASE.replace('ThingNotFound', 'ThingUnknown'), { 'error-codes.yaml': codes });
  const [found, ...more] = compareSurfaces(surface(BASE), renamed);
  expect(found).toMatchObject({ rule: 'error-renamed', where: 'ThingNotFound' });
  expect(found?.text).toContain('`ThingUnknown`');
  expect(more).toEqual([]);
});

const groups: [rule: RuleId, to: string][] = [
  ['argument-group-widened', '[since, note, id]'],
  ['argument-group-changed', '[since, id]'],
];

test.each(groups)('%s', (rule, to) => {
  const group = (names: string) =>
    surface(BASE.replace('x-seat: base', `x-seat: base\n  x-oneOf-required: ${names}`));
  expect(compareSurfaces(group('[since, note]'), group(to)).map((finding) => finding.rule)).toEqual([rule]);
});

/** A list that may be split; its name stands for itself, and `rows` says where the rows of the answer are. */
const batch = (max: number, rows = '', argument = 'ids') => `{argument: ${argument}, max: ${max}${rows}}`;
const ROWS = ', items: thing.rows, key: at';
const [BATCHES, ALL] = ['.batches()', '.batches() and .all()'];
const splits: [rule: RuleId, before: string, after: string, where: string, text: string][] = [
  ['batches-added', '[]', batch(20), 'ids', BATCHES],
  ['batches-added', '[]', batch(20, ROWS), 'ids', ALL],
  ['batches-added', batch(20), `[${batch(20)}, ${batch(9, '', 'names')}]`, 'names', BATCHES],
  ['batches-removed', batch(20), '[]', 'ids', BATCHES],
  ['batches-removed', batch(20, ROWS), '[]', 'ids', ALL],
  ['batches-removed', `[${batch(20)}, ${batch(9, '', 'names')}]`, batch(20), 'names', BATCHES],
  ['batch-lowered', batch(20), batch(10), 'ids', 'at most 10 of `ids` instead of 20'],
  ['batch-raised', batch(20), batch(30), 'ids', 'at most 30 of `ids` instead of 20'],
  ['batch-rows-added', batch(20), batch(20, ROWS), '', '.all()'],
  ['batch-rows-removed', batch(20, ROWS), batch(20), '', '.all()'],
  ['batch-rows-changed', batch(20, ROWS), batch(20, ROWS.replace('rows', 'others')), 'ids', 'thing.others'],
  ['batch-key-changed', batch(20, ROWS), batch(20, ROWS.replace('key: at', 'key: to')), 'ids', 'to'],
];

test.each(splits)('%s: %s, then %s', (rule, before, after, where, text) => {
  const split = (value: string) =>
    surface(BASE.replace('x-safety: idempotent', `x-safety: read\n  x-batch: ${value}`));
  const [found, ...more] = compareSurfaces(split(before), split(after));
  expect(found).toMatchObject({ rule, where, severity: RULES[rule].severity });
  expect(found?.text).toContain(text);
  expect(found?.text).not.toMatch(/\{|undefined/);
  expect(more).toEqual([]);
});

test('a read that becomes a write loses .all()', () => {
  const split = (safety: string) =>
    surface(BASE.replace('x-safety: idempotent', `x-safety: ${safety}\n  x-batch: ${batch(20, ROWS)}`));
  expect(compareSurfaces(split('read'), split('write')).map(({ rule }) => rule)).toEqual([
    'safety-tightened',
    'batch-rows-removed',
  ]);
});

test('an added operation and a removed operation', () => {
  const second = BASE.replace('thingOne', 'thingTwo');
  const root = ROOT?.replace('paths:\n', 'paths:\n  /api/thing/two: {$ref: paths/thing/two.yaml}\n') ?? '';
  const both = surface(BASE, { 'openapi.yaml': root, 'paths/thing/two.yaml': second });
  const rules = (before: typeof both, after: typeof both) =>
    compareSurfaces(before, after).map(({ rule, operation }) => [rule, operation]);
  expect(rules(surface(BASE), both)).toEqual([['operation-added', 'thingTwo']]);
  expect(rules(both, surface(BASE))).toEqual([['operation-removed', 'thingTwo']]);
});

test('an error with a new code', () => {
  const codes = SOUND['error-codes.yaml']?.replace('20001', '20009') ?? '';
  const findings = compareSurfaces(surface(BASE), surface(BASE, { 'error-codes.yaml': codes }));
  expect(findings.map(({ rule, where }) => [rule, where])).toEqual([['error-code-changed', 'ThingNotFound']]);
});

test('every rule has a test case', () => {
  const elsewhere = [
    ...['operation-added', 'operation-removed', 'webhook-added', 'webhook-removed'],
    ...['error-code-changed', 'error-renamed', 'argument-group-widened', 'argument-group-changed'],
  ];
  const covered = new Set(
    [...cases, ...messages, ...splits].map(([rule]) => rule as string).concat(elsewhere),
  );
  expect([...covered].sort()).toEqual(Object.keys(RULES).sort());
});

test('equal states give no findings', () => {
  expect(reportOf(compareSurfaces(surface(BASE), surface(BASE)))).toEqual({ bump: 'none', findings: [] });
});
