import { describe, expect, test } from 'vitest';
import { correctionsHold } from '../../scripts/check/rules/corrections-hold.ts';
import { factsAgree } from '../../scripts/check/rules/facts-agree.ts';
import { summarize } from '../../scripts/check/summary.ts';
import { type Changes, contextOf, expectParts, findingsOf } from './small-spec.ts';

const OPERATION = 'paths/deal/add.yaml';
const FACTS = 'docs/deal/add.yaml';
const DEAL = 'schemas/Deal.yaml';

/** A second operation with the same answer schema, and its facts. */
function second(dealFields: string): Changes {
  return {
    'openapi.yaml': ['paths:\n', 'paths:\n  /open-api/deal/one: {$ref: paths/deal/one.yaml}\n'],
    'paths/deal/one.yaml': `get:
  operationId: dealOne
  responses:
    '200':
      description: A.
      content:
        application/json:
          schema: {type: object, required: [deal], properties: {deal: {$ref: ../../schemas/Deal.yaml}}}
`,
    'docs/deal/one.yaml': `category: 商机
slug: deals
page: api-2
title: 详情
kind: endpoint
method: GET
path: /open-api/deal/one
complete: true
response:
  fields:
    - {name: deal, type: object, required: true, fields: [${dealFields}]}
`,
  };
}
const SAME =
  '{name: id, type: integer, required: true}, {name: state, type: integer, enum: [1, 2]}, {name: tags, type: array<string>}, {name: closed_at, type: "null"}';

type Row = readonly [name: string, changes: Changes, want: readonly string[]];

const MEMBERS = `      fields:
        - {name: id, type: integer, required: true}
        - {name: state, type: integer, required: unmarked, enum: [1, 2]}
        - {name: tags, type: array<string>, required: unmarked}
        - {name: closed_at, type: "null", required: unmarked}
  example: {errcode: 0, deal: {id: 1, tags: []}}
`;

const DIFFERENCES: readonly Row[] = [
  [
    'an object whose members the page does not show',
    { [FACTS]: [MEMBERS, ''] },
    [`${OPERATION}:39 /open-api/deal/add answer deal: members is "listed", but page api-1 says "none"`],
  ],
  [
    'an object that contains itself, and a page that shows one level',
    {
      [DEAL]: ['  tags:\n', '  parent:\n    $ref: Deal.yaml\n  tags:\n'],
      [FACTS]: [
        '{name: id, type: integer, required: true}',
        '{name: id, type: integer, required: true}\n        - {name: parent, type: object, required: unmarked}',
      ],
    },
    [],
  ],
  [
    'a query parameter of a different type',
    { [OPERATION]: ['        x-corrects: {documented: string, because: typed-string}\n', ''] },
    [`${OPERATION}:14 /open-api/deal/add query limit: type is "integer", but page api-1 says "string"`],
  ],
  [
    'a parameter that the page requires',
    { [FACTS]: ['type: string, required: false, max: 100', 'type: string, required: true, max: 100'] },
    [`${OPERATION}:14 /open-api/deal/add query limit: required is false, but page api-1 says true`],
  ],
  [
    'a parameter that the page does not list',
    { [FACTS]: ['  - {name: limit, type: string, required: false, max: 100}\n', ''] },
    [`${OPERATION}:12 /open-api/deal/add query limit: page api-1 does not list it`],
  ],
  [
    'a parameter that the specification leaves out',
    { [OPERATION]: ['  x-omits: {old: the vendor ignores this parameter}\n', ''] },
    [`${OPERATION}:1 /open-api/deal/add query old: page api-1 lists it, but the specification does not`],
  ],
  [
    'a different maximum',
    { [FACTS]: ['max: 100', 'max: 50'] },
    [`${OPERATION}:14 /open-api/deal/add query limit: max is 100, but page api-1 says 50`],
  ],
  [
    'a default that only the page has',
    { [FACTS]: ['max: 100', 'max: 100, default: 30'] },
    [`${OPERATION}:14 /open-api/deal/add query limit: default is "none", but page api-1 says 30`],
  ],
  [
    'a different length in the body',
    { [FACTS]: ['max_length: 15', 'max_length: 30'] },
    [`${OPERATION}:27 /open-api/deal/add body name: max_length is 15, but page api-1 says 30`],
  ],
  [
    'values that the page does not list',
    { [FACTS]: [', enum: [b, a]', ''] },
    [`${OPERATION}:28 /open-api/deal/add body kind: values is ["a","b"], but page api-1 says "none"`],
  ],
  [
    'an additional value on the page',
    { [FACTS]: ['enum: [1, 2]', 'enum: [1, 2, 3]'] },
    [`${DEAL}:5 /open-api/deal/add answer deal.state: values is [1,2], but page api-1 says [1,2,3]`],
  ],
  [
    'a body field that the page requires',
    { [FACTS]: ['required: false, enum', 'required: true, enum'] },
    [`${OPERATION}:28 /open-api/deal/add body kind: required is false, but page api-1 says true`],
  ],
  [
    'an answer field with a different item type',
    { [FACTS]: ['array<string>', 'array<integer>'] },
    [
      `${DEAL}:6 /open-api/deal/add answer deal.tags: type is "array<string>", but page api-1 says "array<integer>"`,
    ],
  ],
  [
    'an answer field that may be null',
    { [FACTS]: ['name: id, type: integer,', 'name: id, type: integer, nullable: true,'] },
    [`${DEAL}:4 /open-api/deal/add answer deal.id: type is "integer", but page api-1 says "integer|null"`],
  ],
  [
    'an unmarked field that the example lacks',
    { [FACTS]: ['tags: []', 'x: 1'] },
    [`${DEAL}:6 /open-api/deal/add answer deal.tags: required is true, but page api-1 says "unmarked"`],
  ],
  [
    'an unmarked field that the example has',
    { [DEAL]: ['[id, tags]', '[id]'] },
    [`${DEAL}:6 /open-api/deal/add answer deal.tags: required is false, but page api-1 says "unmarked"`],
  ],
  [
    'an unmarked field that no example reaches',
    {
      [DEAL]: ['[id, tags]', '[id]'],
      [FACTS]: ['example: {errcode: 0, deal: {id: 1, tags: []}}', 'example: mock'],
    },
    [],
  ],
  [
    'a type for a field that the page only shows as null',
    { [DEAL]: ['x-unknown: only ever seen as null', 'type: integer'] },
    [`${DEAL}:9 /open-api/deal/add answer deal.closed_at: type is "integer", but page api-1 says "null"`],
  ],
  ['a page that does not say what the array holds', { [FACTS]: ['array<string>', 'array'] }, []],
  [
    'an answer that the page shows only as an example',
    {
      [FACTS]: [
        '  fields:\n    - {name: errcode, type: integer, required: true}\n    - name: deal\n',
        '  fields: []\n  old:\n    - name: deal\n',
      ],
    },
    [
      `${DEAL}:5 /open-api/deal/add answer deal.state: page api-1 does not list it`,
      `${DEAL}:9 /open-api/deal/add answer deal.closed_at: page api-1 does not list it`,
    ],
  ],
  [
    'a shared schema that differs from one of its pages',
    second(SAME.replace('integer, required: true', 'string, required: true')),
    [`${DEAL}:4 /open-api/deal/one answer deal.id: type is "integer", but page api-2 says "string"`],
  ],
];

const STALE: readonly Row[] = [
  [
    'a page that the vendor fixed',
    { [FACTS]: ['name: limit, type: string', 'name: limit, type: integer'] },
    [`${OPERATION}:17 no page says "string" here any more: for type, page api-1 says "integer"`],
  ],
  [
    'a page that changed to something else',
    { [FACTS]: ['name: limit, type: string', 'name: limit, type: number'] },
    [`${OPERATION}:17 no page says "string" here any more: for type, page api-1 says "number"`],
  ],
  [
    'a correction without a difference',
    {
      [OPERATION]: [
        'name: {type: string, maxLength: 15}',
        'name: {type: string, maxLength: 15, x-corrects: {documented: string, because: typed-string}}',
      ],
    },
    [`${OPERATION}:27 this corrects nothing: the specification agrees; page api-1 says "string"`],
  ],
  [
    'a correction of an aspect that is not compared',
    { [OPERATION]: ['{documented: string, because', '{what: min, documented: none, because'] },
    [`${OPERATION}:17 no page says anything about the min of the field that this corrects`],
  ],
  [
    'an omission of an undocumented parameter',
    { [FACTS]: ['  - {name: old, type: string, required: unmarked}\n', ''] },
    [`${OPERATION}:10 x-omits of old has no effect`],
  ],
  [
    'a field that the page now lists',
    {
      [DEAL]: [
        'id: {type: integer}',
        'id: {type: integer, x-corrects: {what: presence, documented: absent, because: typed-string}}',
      ],
    },
    [`${DEAL}:4 no page says "absent" here any more: for presence, page api-1 says "present"`],
  ],
];

const CORRECTED: readonly Row[] = [
  [
    'a list of the values of two pages',
    {
      ...second(SAME.replace('integer, required: true', 'string, required: true')),
      [FACTS]: ['name: id, type: integer', 'name: id, type: number'],
      [DEAL]: [
        'id: {type: integer}',
        'id: {type: integer, x-corrects: {documented: [number, string], because: typed-string}}',
      ],
    },
    [],
  ],
  [
    'a list of which one page was fixed',
    {
      ...second(SAME),
      [FACTS]: ['name: id, type: integer', 'name: id, type: number'],
      [DEAL]: [
        'id: {type: integer}',
        'id: {type: integer, x-corrects: {documented: [number, string], because: typed-string}}',
      ],
    },
    [`${DEAL}:4 no page says "string" here any more`],
  ],
  [
    'values, in any order',
    {
      [FACTS]: ['enum: [1, 2]', 'enum: [1, 2, 3]'],
      [DEAL]: [
        'x-known-values: [1, 2]',
        'x-known-values: [1, 2], x-corrects: {what: values, documented: [3, 2, 1], because: typed-string}',
      ],
    },
    [],
  ],
  [
    'presence',
    {
      [FACTS]: ['        - {name: closed_at, type: "null", required: unmarked}\n', ''],
      [DEAL]: [
        '{x-unknown: only ever seen as null}',
        '{x-unknown: only ever seen as null, x-corrects: {what: presence, documented: absent, because: typed-string}}',
      ],
    },
    [],
  ],
  [
    'required and type of a nullable reference',
    {
      [FACTS]: [
        'name: deal\n      type: object\n      required: true',
        'name: deal\n      type: object\n      required: false',
      ],
      [OPERATION]: [
        'deal: {$ref: ../../schemas/Deal.yaml}',
        'deal: {anyOf: [{$ref: ../../schemas/Deal.yaml}, {type: "null"}], x-corrects: [{what: required, documented: false, because: typed-string}, {documented: object, because: typed-string}]}',
      ],
    },
    [],
  ],
  [
    'a limit of the items, corrected on the items',
    {
      [FACTS]: ['type: array<string>', 'type: array<string>, item_max_length: 9'],
      [DEAL]: [
        'items: {type: string}',
        'items: {type: string, maxLength: 5, x-corrects: {what: item_max_length, documented: 9, because: typed-string}}',
      ],
    },
    [],
  ],
];

describe('facts-agree: a difference without a reason', () => {
  test.each(DIFFERENCES)('%s', async (_name, changes, want) => {
    const found = await findingsOf(factsAgree, changes);
    expectParts(found, want);
  });
});

describe('corrections-hold: a reason without a difference is reported once', () => {
  test.each(STALE)('%s', async (_name, changes, want) => {
    expectParts(await findingsOf(correctionsHold, changes), want);
  });

  test('facts-agree does not report a stale correction again', async () => {
    const changes: Changes = { [FACTS]: ['name: limit, type: string', 'name: limit, type: number'] };
    expect(await findingsOf(factsAgree, changes)).toEqual([]);
  });
});

describe('a valid reason explains its difference', () => {
  test.each(CORRECTED)('%s', async (_name, changes, want) => {
    expectParts(
      [...(await findingsOf(factsAgree, changes)), ...(await findingsOf(correctionsHold, changes))],
      want,
    );
  });
});

test('the summary counts fields, differences and reasons', () => {
  const { fields, differences, explained, corrections, omissions, pages } = summarize(contextOf());
  expect({ fields, differences, explained, corrections, omissions, pages }).toEqual({
    fields: 9,
    differences: 2,
    explained: 2,
    corrections: 1,
    omissions: 1,
    pages: 2,
  });
  const drifted = summarize(contextOf({ [FACTS]: ['max: 100', 'max: 50'] }));
  expect([drifted.differences, drifted.explained]).toEqual([3, 2]);
});

describe('an answer of another status', () => {
  const page = (field: string): Changes[string] => [
    'response:\n',
    `other_responses: {"404": {fields: [${field}]}}\nresponse:\n`,
  ];
  const written: Changes = {
    [OPERATION]: [
      "    '200':\n",
      "    '404': {description: Gone., content: {application/json: {schema: {type: object, required: [why], properties: {why: {type: string}}}}}}\n    '200':\n",
    ],
  };

  test.each<[string, Changes, readonly string[]]>([
    ['that agrees', { ...written, [FACTS]: page('{name: why, type: string, required: true}') }, []],
    [
      'that says otherwise',
      { ...written, [FACTS]: page('{name: why, type: integer, required: true}') },
      ['answer(404) why: type is "string"', 'integer'],
    ],
    ['that an envelope replaces', { [FACTS]: page('{name: why, type: string, required: true}') }, []],
  ])('%s', async (_, changes, want) => {
    const found = await findingsOf(factsAgree, changes);
    if (want.length === 0) expect(found).toEqual([]);
    for (const part of want) expect(found.join('\n')).toContain(part);
  });
});
