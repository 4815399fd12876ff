import { expect, test } from 'vitest';
import { restateExample } from '../../../scripts/docs/diff/restate-example.ts';
import { isSameExample } from '../../../scripts/docs/diff/same-value.ts';

const IDENTIFYING: readonly [kind: string, value: unknown, want: unknown][] = [
  ['a customer', 'wmQrStUvWxYzAbCdEfGhIjKlMnOp1234', 'wmBcDeFgHiJkLmNoPqRsTuVwXyZa7890'],
  ['a union id', 'oQ-rStU7vWxYzAbCdEfGhIjKlMn9', 'bC-dEfG7iJkLmNoPqRsTuVwXyZa7'],
  ['a hexadecimal id', '9f8e7d6c5b4a39281706f5e4d3c2b1a0', undefined],
  ['an id of 19 digits', '7013948576102938475', '1234567890123456789'],
  ['an id of 19 digits as a number', 7013948576102938475n, 1234567890123456789n],
  ['a telephone number', '13912345678', '13000000000'],
  ['a telephone number with its country', '+86 13912345678', '+86 13000000000'],
  ['an address', 'zhang.san@corp.cn', 'user@example.com'],
  ['a picture', 'https://wework.qpic.cn/bizmail/AbC123/0', 'https://example.com/EXAMPLE'],
  [
    'what an object holds',
    { to: { mobile: '13912345678' }, nickName: '王小明', real_name: 'Wang', size: 2, state: 'open' },
    { to: { mobile: '13000000000' }, nickName: '示例', real_name: 'EXAMPLE', size: 2, state: 'open' },
  ],
  ['a list', ['13912345678', 'text'], ['13000000000', 'text']],
];

test.each(IDENTIFYING)('%s is replaced, the same way each time', (_, value, want) => {
  const made = restateExample(value);
  expect(made).not.toEqual(value);
  if (want !== undefined) expect(made).toEqual(want);
  expect(restateExample(value)).toEqual(made);
});

test.each(IDENTIFYING.slice(0, 5))('%s: the page does not count as changed afterwards', (_, value) => {
  expect(isSameExample(restateExample(value), value)).toBe(true);
});

test.each([
  [1700000000],
  [1700000000123],
  ['1700000000'],
  ['2024-03-05 10:20:30'],
  ['external_user_created_at'],
  ['staff_relation'],
  ['sales_process_stage_2'],
  ['INCLUDE_SUB_DEPARTMENTS'],
  ['开始时间'],
  ['https://example.com/a/b.png'],
  [true],
  [null],
  [0.5],
  [''],
])('%j identifies nobody and stays', (value) => {
  expect(restateExample(value)).toEqual(value);
});
