import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Recording } from '../../scripts/evidence/recording.ts';
import { readSpecification } from '../../scripts/record/run-shape.ts';
import { isDrift } from '../../scripts/record/shape/drift.ts';
import { findDrift } from '../../scripts/record/shape/find-drift.ts';
import { printShapes, shapeData } from '../../scripts/record/shape/print-shape.ts';
import { customerRecordings, person } from './customers.ts';

const { context, model } = readSpecification('spec');
const seven = Array.from({ length: 7 }, (_, index) => person(index));
const at = '/external_user_list/*';

const findings = (recordings: readonly Recording[]) =>
  findDrift(context, model, recordings).flatMap(({ drift }) => drift);
/** The findings if the last `count` of seven customers are changed and the others are as documented. */
const changed = (count: number, change: (row: Record<string, unknown>) => object) =>
  findings(customerRecordings(seven.map((row, index) => (index >= 7 - count ? change({ ...row }) : row))));
const without = (name: string) => (row: Record<string, unknown>) => {
  delete row[name];
  return row;
};

test('answers as documented have no drift', () => {
  expect(changed(0, (row) => row).filter(isDrift)).toEqual([]);
});

type Case = readonly [
  kind: string,
  count: number,
  change: (row: Record<string, unknown>) => object,
  pointer: string,
  says: RegExp,
  place: RegExp,
  patch: unknown,
];
const cases: readonly Case[] = [
  [
    'null',
    3,
    (row) => ({ ...row, name: null }),
    `${at}/name`,
    /^was seen as null 3 of 7, but the specification says string$/,
    /^spec\/schemas\/Customer\.yaml:\d+$/,
    {
      type: ['string', 'null'],
      'x-corrects': { documented: 'string', because: 'Seen in recordings: null 3 of 7.' },
    },
  ],
  [
    'retyped',
    7,
    (row) => ({ ...row, created_at: '2020-06-19 22:20:35' }),
    `${at}/created_at`,
    /^was seen as string 7 of 7, but the specification says integer$/,
    /Customer\.yaml/,
    {
      type: 'string',
      'x-corrects': { documented: 'integer', because: 'Seen in recordings: string 7 of 7.' },
    },
  ],
  [
    'retyped',
    2,
    (row) => ({ ...row, created_at: '2020-06-19 22:20:35' }),
    `${at}/created_at`,
    /integer 5 of 7, string 2 of 7/,
    /Customer\.yaml/,
    {
      type: ['string', 'integer'],
      'x-corrects': {
        documented: 'integer',
        because: 'Seen in recordings: integer 5 of 7, string 2 of 7.',
      },
    },
  ],
  [
    'missing',
    2,
    without('avatar'),
    `${at}/avatar`,
    /^is required, but was missing 2 of 7 times$/,
    /Customer\.yaml/,
    {
      'x-corrects': {
        what: 'required',
        documented: expect.anything(),
        because: 'It was missing 2 of 7 times in recordings.',
      },
    },
  ],
  [
    'missing',
    7,
    without('avatar'),
    `${at}/avatar`,
    /^is documented as required, but was never seen: missing 7 of 7 times$/,
    /Customer\.yaml/,
    {
      'x-corrects': {
        what: 'required',
        documented: expect.anything(),
        because: 'It was missing 7 of 7 times in recordings.',
      },
    },
  ],
  [
    'undocumented',
    3,
    (row) => ({ ...row, customer_level: { rank: 1.5, tags: [] } }),
    `${at}/customer_level`,
    /^is not documented, but was seen 3 of 7 times$/,
    /Customer\.yaml/,
    {
      customer_level: {
        type: 'object',
        properties: { rank: { type: 'number' }, tags: { type: 'array', items: {} } },
        'x-evidence': 'recording',
      },
    },
  ],
  [
    'renamed',
    7,
    (row) => without('avatar')({ ...row, avatar_url: row.avatar }),
    `${at}/avatar`,
    /^was never seen in 7 objects, but the undocumented avatar_url was, 7 of 7 times$/,
    /Customer\.yaml/,
    {
      avatar_url: {
        type: 'string',
        description: 'URL of the avatar.',
        'x-zh': '头像地址。',
        'x-evidence': 'recording',
      },
    },
  ],
  [
    'new-value',
    1,
    (row) => ({ ...row, type: 3 }),
    `${at}/type`,
    /^was seen with a value that is not listed: 3 1 of 7 times$/,
    /Customer\.yaml/,
    {
      'x-known-values': [1, 2, 3],
      'x-corrects': { what: 'values', documented: expect.anything(), because: expect.anything() },
    },
  ],
  [
    'too-large',
    1,
    (row) => ({ ...row, created_at: 1586542197543829505n }),
    `${at}/created_at`,
    /^was seen beyond 2\^53 1 of 7 times$/,
    /Customer\.yaml/,
    { 'x-exact': true },
  ],
];

describe('drift is reported', () => {
  test.each(cases)('%s, %i of 7', (kind, count, change, pointer, says, place, patch) => {
    const found = changed(count, change).filter(isDrift);
    expect(found.map((finding) => [finding.kind, finding.operation, finding.pointer])).toEqual([
      [kind, 'externalUserList', pointer],
    ]);
    expect(found[0]?.says).toMatch(says);
    expect(`${found[0]?.place.file}:${found[0]?.place.line}`).toMatch(place);
    expect(parse(found[0]?.patch ?? '')).toEqual(patch);
  });
});

test('an existing correction keeps its documented value', () => {
  const [found] = changed(7, (row) => ({ ...row, corp_name: 12 })).filter(isDrift);
  expect(parse(found?.patch ?? '')['x-corrects'].documented).toBe('string');
});

test('no renaming is guessed if two fields are candidates', () => {
  const found = changed(7, (row) =>
    without('avatar')(without('name')({ ...row, avatar_url: row.avatar })),
  ).filter(isDrift);
  expect(found.map(({ kind }) => kind).sort()).toEqual(['missing', 'missing', 'undocumented']);
});

test('undocumented fields of an open object are learned, fields never seen are listed; neither is drift', () => {
  const body = { errcode: 0, errmsg: 'ok', total: 3, opportunity_list: [{ id: 1 }] };
  const live = {
    operation: 'opportunityList',
    file: 'a',
    source: { kind: 'live' as const },
    response: { status: 200, body },
  };
  const found = findings([live, ...customerRecordings(seven)]);
  expect(found.filter(isDrift)).toEqual([]);
  expect(found.filter(({ kind }) => kind === 'learned-field').map(({ pointer }) => pointer)).toEqual([
    '/total',
    '/opportunity_list',
  ]);
  expect(found.filter(({ kind }) => kind === 'never-seen').map(({ pointer }) => pointer)).toContain(
    `${at}/corp_name`,
  );
});

test('an error code is drift only if the operation does not document it', () => {
  const failure = (errcode: number) => ({
    operation: 'opportunityOne',
    file: `${errcode}`,
    source: { kind: 'har' as const },
    response: { status: 200, body: { errcode, errmsg: '某甲乙丙' } },
  });
  const found = findings([failure(22201), failure(10053), failure(29999)]);
  expect(found.map(({ kind, says, place }) => [kind, says, place.file])).toEqual([
    [
      'error-code',
      'was 29999 1 of 3 times, which this operation does not document',
      'spec/paths/opportunity/one.yaml',
    ],
  ]);
  expect(parse(found[0]?.patch ?? '')).toEqual({
    'x-errors': ['OpportunityNotFound', 'OpportunityIdOrSerialNumberRequired', 'Error29999'],
  });
});

test('examples of the documentation do not count as seen', () => {
  const documented = customerRecordings(seven).map((recording) => ({
    ...recording,
    source: { kind: 'documentation' as const },
  }));
  expect(findDrift(context, model, documented)).toEqual([]);
});

test('the report has the counts, the data has the shape', () => {
  const operations = findDrift(
    context,
    model,
    customerRecordings(seven.map((row, index) => (index < 3 ? { ...row, name: null } : row))),
  );
  expect(printShapes(operations, false)).toMatch(
    /^spec\/schemas\/Customer\.yaml:\d+:\d+ null: externalUserList \/external_user_list\/\*\/name was seen as null 3 of 7, .*\n {4}fix: set here:\n {8}type: \[string, "?'?null'?"?\]\n(?:.*\n)+7 answers of 1 operations: 1 place disagrees with the specification, 0 can be learned, \d+ documented fields were never seen \(--all lists them\)$/,
  );
  const data = JSON.parse(JSON.stringify(shapeData(operations)));
  expect(data.operations[0].fields).toContainEqual({
    pointer: `${at}/name`,
    parents: 7,
    seen: 7,
    null: 3,
    types: { string: 4 },
    distinct: 4,
  });
});
