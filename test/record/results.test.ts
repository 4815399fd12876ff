import { expect, test } from 'vitest';
import { readSpecification } from '../../scripts/record/run-shape.ts';
import { findDrift } from '../../scripts/record/shape/find-drift.ts';
import { type Changes, GOOD, writeSpec } from '../check/small-spec.ts';

const OPERATION = 'paths/deal/add.yaml';
const RESULT_BELOW_DATA: Changes = {
  'openapi.yaml': [
    '  errcode:\n    code: errcode\n    message: errmsg\n    ok: [0]\n',
    '  status:\n    code: code\n    message: msg\n    ok: [0]\n    result: data\n  errcode:\n    code: errcode\n    message: errmsg\n    ok: [0]\n',
  ],
};
const deal = { id: 1, state: 1, tags: ['甲'], closed_at: null };

/** What is found in answers of an operation, as `kind pointer says`. */
function found(changes: Changes, ...bodies: readonly unknown[]): string[] {
  const { context, model } = readSpecification(writeSpec(changes));
  const recordings = bodies.map((body, at) => ({
    operation: 'dealAdd',
    file: `dealAdd/live-${at}.json`,
    source: { kind: 'live' as const },
    response: { status: 200, body },
  }));
  return findDrift(context, model, recordings).flatMap(({ drift }) =>
    drift.map(({ kind, pointer, says, place }) => `${place.line} ${kind} ${pointer} ${says}`),
  );
}

const answer = (data: unknown, more: object = {}) => ({ code: 0, msg: 'ok', data, ...more });
const AS_LIST = [
  'type: object\n            required: [deal]\n            properties:\n              deal: {$ref: ../../schemas/Deal.yaml}',
  'type: array\n            items: {$ref: ../../schemas/Deal.yaml}',
] as const;
const list: Changes = { ...RESULT_BELOW_DATA, [OPERATION]: AS_LIST };
const WITHOUT_ENVELOPE = ['  x-seat:', '  x-envelope: none\n  x-seat:'] as const;
const bare: Changes = { [OPERATION]: WITHOUT_ENVELOPE };
const bareList: Changes = {
  [OPERATION]: GOOD[OPERATION]?.replace(...AS_LIST).replace(...WITHOUT_ENVELOPE),
};

type Case = readonly [name: string, changes: Changes, bodies: readonly unknown[], want: readonly string[]];

test.each<Case>([
  ['a result as described', RESULT_BELOW_DATA, [answer({ deal })], []],
  [
    'an object in the result',
    RESULT_BELOW_DATA,
    [answer({ deal: { ...deal, id: 'x', owner: 'a' } })],
    [
      '3 undocumented /data/deal/owner is not documented, but was seen 1 of 1 times',
      '4 retyped /data/deal/id was seen as string 1 of 1, but the specification says integer',
    ],
  ],
  [
    'a field of the result that is named like one of the envelope',
    RESULT_BELOW_DATA,
    [answer({ deal, code: 'a' })],
    ['38 undocumented /data/code is not documented, but was seen 1 of 1 times'],
  ],
  [
    'a result that is a list',
    list,
    [answer([deal, { ...deal, tags: 'a' }])],
    ['6 retyped /data/*/tags was seen as array 1 of 2, string 1 of 2, but the specification says array'],
  ],
  [
    'a result that is not there, or null',
    RESULT_BELOW_DATA,
    [answer({ deal }), answer(null), { code: 0, msg: 'ok' }],
    [
      '35 missing /data holds the result, but was missing 1 of 3 times',
      '35 null /data was seen as null 1 of 2, but the specification says object',
    ],
  ],
  [
    'a field beside the result',
    RESULT_BELOW_DATA,
    [answer({ deal }, { trace_id: 'a', msg: 'b' })],
    ['8 undocumented /trace_id is not documented, but was seen 1 of 1 times'],
  ],
  [
    'an answer without an envelope',
    bare,
    [{ deal, code: 0 }],
    ['39 undocumented /code is not documented, but was seen 1 of 1 times'],
  ],
  [
    'a list without an envelope',
    bareList,
    [[{ ...deal, state: 3 }]],
    ['5 new-value /*/state was seen with a value that is not listed: 3 1 of 1 times'],
  ],
])('%s', (_, changes, bodies, want) => {
  expect(found(changes, ...bodies)).toEqual(want);
});
