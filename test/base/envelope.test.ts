import { expect, test } from 'vitest';
import type { ResponseProblem } from '../../generated/client.ts';
import { type Reading, readEnvelope } from '../../src/base/envelope.ts';

type Case = [name: string, envelope: 'errcode' | 'status', status: number, body: unknown, want: Reading];

const success = (value: Record<string, unknown>): Reading => ({ kind: 'success', value, large: [] });
const failure = (code: number | undefined, message?: string): Reading => ({ kind: 'failure', code, message });
const unreadable = (problem: ResponseProblem): Reading => ({ kind: 'unreadable', problem });

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
  ['success with a failed status', 'errcode', 500, { errcode: 0 }, unreadable('status')],
  ['no envelope', 'errcode', 200, { a: 1 }, unreadable('no-envelope')],
  ['a list', 'errcode', 200, [1], unreadable('no-envelope')],
  ['null', 'errcode', 200, null, unreadable('no-envelope')],
  ['a code that is not a number', 'errcode', 200, { errcode: null }, unreadable('no-envelope')],
  [
    'status: success',
    'status',
    200,
    { status_code: 200, status_message: 'ok', success: true, data: 1 },
    success({ data: 1 }),
  ],
  ['status: failure', 'status', 200, { status_code: 500, status_message: '坏' }, failure(500, '坏')],
  [
    'status: success says false, the code does not',
    'status',
    200,
    { status_code: 200, success: false },
    unreadable('contradiction'),
  ],
  [
    'status: success says true, the code does not',
    'status',
    200,
    { status_code: 500, success: true },
    unreadable('contradiction'),
  ],
  [
    'status: both say failure',
    'status',
    200,
    { status_code: 500, status_message: '坏', success: false },
    failure(500, '坏'),
  ],
  ['status: only success: false', 'status', 200, { success: false }, failure(undefined)],
  ['status: no envelope field', 'status', 200, { data: 1 }, success({ data: 1 })],
  ['status: no envelope field, failed', 'status', 502, { data: 1 }, unreadable('status')],
  [
    'status: a failure with errcode',
    'status',
    200,
    { errcode: 10001, errmsg: '认证失败' },
    failure(10001, '认证失败'),
  ],
];

const reply = (status: number, text: string, type = 'application/json') => ({
  status,
  text,
  headers: new Headers({ 'content-type': type }),
});

test.each(cases)('reads %s', (_, envelope, status, body, want) => {
  expect(readEnvelope(envelope, reply(status, JSON.stringify(body)))).toEqual(want);
});

const bad: [text: string, type: string, problem: ResponseProblem][] = [
  ['', 'application/json', 'empty'],
  [' \n', 'text/html', 'empty'],
  ['<html>', 'text/html', 'html'],
  ['\n<!doctype html>', 'application/json', 'html'],
  ['{"errcode":0', 'application/json', 'truncated'],
  ['[{"errcode":0', 'application/json', 'truncated'],
  ['upstream is down', 'text/plain', 'content-type'],
  ['upstream is down', 'application/json; charset=utf-8', 'not-json'],
  ['"a text"', 'application/json', 'no-envelope'],
];

test.each(bad)('%j as %s is unreadable: %s', (text, type, problem) => {
  expect(readEnvelope('errcode', reply(200, text, type))).toEqual(unreadable(problem));
});

test('JSON with an envelope is read whatever its content type', () => {
  expect(readEnvelope('errcode', reply(200, '{"errcode":0,"a":1}', 'text/html'))).toEqual(success({ a: 1 }));
});
