import { expect, test } from 'vitest';
import { type Reading, readEnvelope } from '../../src/client/envelope.ts';

type Case = [name: string, envelope: 'errcode' | 'status', status: number, body: unknown, want: Reading];

const success = (value: Record<string, unknown>): Reading => ({ kind: 'success', value, large: [] });
const failure = (code: number | undefined, message?: string): Reading => ({ kind: 'failure', code, message });
const unreadable: Reading = { kind: 'unreadable' };

const cases: Case[] = [
  [
    'success',
    'errcode',
    200,
    { errcode: 0, errmsg: 'ok', a: 1, success: true },
    success({ a: 1, success: true }),
  ],
  ['failure', 'errcode', 200, { errcode: 22201, errmsg: '没有' }, failure(22201, '没有')],
  ['failure with a status', 'errcode', 400, { errcode: 1 }, failure(1)],
  ['a code in a string', 'errcode', 200, { errcode: '0', a: 1 }, success({ a: 1 })],
  ['success with a failed status', 'errcode', 500, { errcode: 0 }, unreadable],
  ['no envelope', 'errcode', 200, { a: 1 }, unreadable],
  ['a list', 'errcode', 200, [1], unreadable],
  ['null', 'errcode', 200, null, unreadable],
  ['a code that is no number', 'errcode', 200, { errcode: null }, unreadable],
  [
    'status: success',
    'status',
    200,
    { status_code: 200, status_message: 'ok', success: true, data: 1 },
    success({ data: 1 }),
  ],
  ['status: failure', 'status', 200, { status_code: 500, status_message: '坏' }, failure(500, '坏')],
  ['status: success says false', 'status', 200, { status_code: 200, success: false }, failure(200)],
  ['status: only success, false', 'status', 200, { success: false }, failure(undefined)],
  ['status: no envelope field', 'status', 200, { data: 1 }, success({ data: 1 })],
  ['status: no envelope field, failed', 'status', 502, { data: 1 }, unreadable],
  [
    'status: a failure as errcode',
    'status',
    200,
    { errcode: 10001, errmsg: '认证失败' },
    failure(10001, '认证失败'),
  ],
];

test.each(cases)('reads %s', (_, envelope, status, body, want) => {
  expect(readEnvelope(envelope, status, JSON.stringify(body))).toEqual(want);
});

test.each(['', '<html>', '{"errcode":0'])('cannot read %j', (text) => {
  expect(readEnvelope('errcode', 200, text)).toEqual(unreadable);
});
