import { expect, test } from 'vitest';
import { correctionsHold } from '../../scripts/check/rules/corrections-hold.ts';
import { factsAgree } from '../../scripts/check/rules/facts-agree.ts';
import { type Changes, expectParts, findingsOf } from './small-spec.ts';

const ROOT = `openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
x-envelopes: {usual: {code: code, message: msg, ok: [0], result: data}}
paths:
  /shop: {$ref: paths/shop.yaml}
`;
const SHOP = `get:
  operationId: shop
  responses:
    '200':
      description: The shop.
      content:
        application/json:
          schema:
            type: object
            required: [id]
            properties:
              id: {type: integer}
              tags: {type: array, items: {type: string}}
`;
const PAGE = `category: 店
slug: shops
page: api-9
title: 店
kind: endpoint
method: GET
path: /shop
complete: true
response:
  fields:
    - {name: code, type: integer, required: true}
    - {name: msg, type: string, required: true}
    - name: data
      type: object
      required: true
      fields:
        - {name: id, type: integer, required: true}
        - {name: tags, type: array<string>}
`;

/** The small specification with this operation alone, whose text and page may be changed. */
function shop({ root = ROOT, operation = SHOP, page = PAGE }): Changes {
  return {
    'openapi.yaml': root,
    'paths/shop.yaml': operation,
    'docs/shop.yaml': page,
    'paths/deal/add.yaml': undefined,
    'schemas/Deal.yaml': undefined,
    'docs/deal/add.yaml': undefined,
    'docs/pages.yaml': '[]\n',
  };
}

async function found(changes: Changes): Promise<string[]> {
  return [...(await findingsOf(factsAgree, changes)), ...(await findingsOf(correctionsHold, changes))];
}

type Row = readonly [name: string, given: Parameters<typeof shop>[0], want: readonly string[]];

const RESULTS: readonly Row[] = [
  ['the same fields', {}, []],
  [
    'a field of another type',
    { page: PAGE.replace('name: id, type: integer', 'name: id, type: string') },
    ['paths/shop.yaml:12 /shop answer id: type is "integer", but page api-9 says "string"'],
  ],
  [
    'a field that the specification lacks',
    { page: `${PAGE}        - {name: city, type: string}\n` },
    ['paths/shop.yaml:8 /shop answer city: page api-9 lists it, but the specification does not'],
  ],
  [
    'a field that the page lacks',
    { page: PAGE.replace('        - {name: tags, type: array<string>}\n', '') },
    ['paths/shop.yaml:13 /shop answer tags: page api-9 does not list it'],
  ],
  [
    'a list where the specification has an object',
    { page: PAGE.replace('type: object\n', 'type: array<object>\n') },
    ['paths/shop.yaml:8 /shop answer: type is "object", but page api-9 says "array<object>"'],
  ],
  [
    'a list, with the reason why it is none',
    {
      page: PAGE.replace('type: object\n', 'type: array<object>\n'),
      operation: SHOP.replace(
        'type: object\n',
        'type: object\n            x-corrects: {documented: array<object>, because: seen}\n',
      ),
    },
    [],
  ],
  [
    'a field beside the result',
    { page: PAGE.replace('    - {name: msg', '    - {name: request_id, type: string}\n    - {name: msg') },
    ['paths/shop.yaml:1 /shop answer request_id: page api-9 lists it, but the specification does not'],
  ],
  [
    'a field beside the result that the envelope has',
    {
      page: PAGE.replace('    - {name: msg', '    - {name: request_id, type: string}\n    - {name: msg'),
      root: ROOT.replace(
        'result: data',
        'result: data, success: {type: object, properties: {code: {type: integer}, msg: {type: string}, request_id: {type: string}}}',
      ),
    },
    [],
  ],
  [
    'a page that shows the result without its envelope',
    {
      page: PAGE.replace(/ {4}- \{name: code[\s\S]*fields:\n/, '').replaceAll('        - {', '    - {'),
    },
    [],
  ],
  [
    'a member of the result that is named like a field of the envelope',
    { page: `${PAGE}        - {name: code, type: string}\n` },
    ['paths/shop.yaml:8 /shop answer code: page api-9 lists it, but the specification does not'],
  ],
  [
    'an example in place of fields',
    {
      page: PAGE.replace(
        / {2}fields:[\s\S]*/,
        '  fields: []\n  example: {code: 0, msg: "", data: {id: 1, tags: [a]}}\n',
      ),
    },
    ['paths/shop.yaml:13 /shop answer tags: required is false, but page api-9 says "unmarked"'],
  ],
  [
    'an operation without an envelope',
    { operation: SHOP.replace('  responses', '  x-envelope: none\n  responses') },
    [
      'answer data: page api-9 lists it',
      'answer id: page api-9 does not',
      'answer tags: page api-9 does not',
    ],
  ],
];

test.each(RESULTS)('the result in a field of the envelope: %s', async (_, given, want) => {
  expectParts(await found(shop(given)), want);
});

test('the mend of a field beside the result names the envelope', async () => {
  const page = PAGE.replace('    - {name: msg', '    - {name: request_id, type: string}\n    - {name: msg');
  expect(
    await found(
      shop({ page, operation: SHOP.replace('get:\n', 'get:\n  x-omits: {request_id: only logged}\n') }),
    ),
  ).toEqual([]);
});

const NO_ENVELOPE = ROOT.replace(/x-envelopes.*\n/, '');
const OTHERS = `${SHOP}    '400':
      description: Refused.
      content: {application/json: {schema: {type: object, properties: {reason: {type: string}}}}}
`;
const PLAIN = PAGE.replace(/ {4}- \{name: code[\s\S]*fields:\n/, '').replaceAll('        - {', '    - {');
const REFUSED = `${PLAIN}other_responses:
  "400": {fields: [{name: reason, type: string}]}
`;

const STATUSES: readonly Row[] = [
  ['the same', { operation: OTHERS, page: REFUSED }, []],
  [
    'another type',
    { operation: OTHERS, page: REFUSED.replace('reason, type: string', 'reason, type: integer') },
    ['paths/shop.yaml:16 /shop answer(400) reason: type is "string", but page api-9 says "integer"'],
  ],
  [
    'a field that only the page has',
    { operation: OTHERS, page: REFUSED.replace('string}]', 'string}, {name: more, type: string}]') },
    ['paths/shop.yaml:16 /shop answer(400) more: page api-9 lists it, but the specification does not'],
  ],
  [
    'a status that only the page has',
    { page: REFUSED },
    ['paths/shop.yaml:1 /shop answer(400): page api-9 lists it, but the specification does not'],
  ],
  [
    'a status that the specification leaves out',
    {
      page: REFUSED,
      operation: SHOP.replace('get:\n', "get:\n  x-omits: {'400': every call may answer it}\n"),
    },
    [],
  ],
  [
    'a status that only the specification has',
    { operation: OTHERS, page: REFUSED.replace(/"400".*/, '"404": {fields: []}') },
    [
      'paths/shop.yaml:1 /shop answer(404): page api-9 lists it',
      'paths/shop.yaml:16 /shop answer(400): page api-9 does not list it',
    ],
  ],
  [
    'a status of a kind that the specification describes together',
    { operation: OTHERS.replace("'400'", '4XX'), page: REFUSED.replace('"400"', '"422"') },
    [],
  ],
  [
    'a success with another status',
    { page: PLAIN.replace('response:', 'response_status: "201"\nresponse:') },
    ['paths/shop.yaml:1 /shop answer(201): page api-9 lists it, but the specification does not'],
  ],
  [
    'a response by reference',
    {
      root: `${NO_ENVELOPE}components:
  responses:
    Refused:
      description: Refused.
      content: {application/json: {schema: {type: object, properties: {reason: {type: string}}}}}
`,
      operation: `${SHOP}    '400': {$ref: '../openapi.yaml#/components/responses/Refused'}\n`,
      page: REFUSED.replace('reason, type: string', 'reason, type: integer'),
    },
    ['openapi.yaml:9 /shop answer(400) reason: type is "string", but page api-9 says "integer"'],
  ],
];

test.each(STATUSES)('answers with other statuses: %s', async (_, given, want) => {
  expectParts(await found(shop({ root: NO_ENVELOPE, ...given })), want);
});

test('where an envelope says what failed, the answers of failing statuses are not compared', async () => {
  const page = `${PAGE}other_responses:
  "400": {fields: [{name: reason, type: string}]}
  "202": {fields: []}
`;
  expectParts(await found(shop({ page })), [
    'paths/shop.yaml:1 /shop answer(202): page api-9 lists it, but the specification does not',
  ]);
});
