import { describe, expect, test } from 'vitest';
import { correctionsHold } from '../../scripts/check/rules/corrections-hold.ts';
import { factsAgree } from '../../scripts/check/rules/facts-agree.ts';
import { type Changes, expectParts, findingsOf } from './small-spec.ts';

/** A webhook with its callback page, and one replacement in the message. */
function webhook(from: string, to: string): Changes {
  const path = 'webhooks/deal.won.yaml';
  const text = `post:
  operationId: dealWon
  x-page: {id: api-3, title: 赢单回调, modified: unknown}
  requestBody:
    content:
      application/json:
        schema:
          type: object
          required: [id]
          properties:
            id: {type: string}
            at: {type: number}
  responses: {'200': {description: A.}}
`;
  expect(text).toContain(from);
  return {
    'openapi.yaml': ['paths:\n', `webhooks:\n  deal.won: {$ref: ${path}}\npaths:\n`],
    [path]: text.replace(from, to),
    'docs/callbacks/api-3.yaml': `category: 消息订阅
slug: subscriptions
page: api-3
title: 赢单回调
kind: callback
complete: true
body:
  content_type: application/json
  fields:
    - {name: id, type: string, required: unmarked}
    - {name: at, type: number, required: unmarked}
  example: {id: a}
`,
  };
}

const WEBHOOKS: readonly (readonly [name: string, from: string, to: string, want: readonly string[]])[] = [
  ['no difference', 'at:', 'at:', []],
  [
    'a different type',
    'type: number',
    'type: integer',
    [
      'webhooks/deal.won.yaml:12 webhook deal.won message at: type is "integer", but page api-3 says "number"',
    ],
  ],
  [
    'a required member that the example lacks',
    '[id]',
    '[id, at]',
    ['webhooks/deal.won.yaml:12 webhook deal.won message at: required is true, but page api-3 says'],
  ],
  [
    'a difference with a reason',
    'type: number',
    'type: integer, x-corrects: {documented: number, because: typed-string}',
    [],
  ],
  [
    'a reason without a difference',
    'type: number',
    'type: number, x-corrects: {documented: number, because: typed-string}',
    ['webhooks/deal.won.yaml:12 this corrects nothing'],
  ],
];

describe('a webhook is compared with its callback page', () => {
  test.each(WEBHOOKS)('%s', async (_name, from, to, want) => {
    const changes = webhook(from, to);
    const stale = await findingsOf(correctionsHold, changes);
    expectParts([...(await findingsOf(factsAgree, changes)), ...stale], want);
  });
});
