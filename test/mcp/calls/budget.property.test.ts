import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { createCaller } from '../../../src/client/index.ts';
import { tokensOf } from '../../../src/mcp/calls/index.ts';
import { exampleCalls } from '../../support/call-with-examples.ts';
import { credentials, serve } from '../../support/over-server.ts';
import { runs } from '../../support/runs.ts';
import { contextOf, toolsOf } from './tool-context.ts';

const between = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code));
const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
const units: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'lower-case letters': between(97, 122),
  'letters and digits, as in ids': fc.constantFrom(...ASCII.filter((char) => /[\w-]/.test(char))),
  digits: between(48, 57),
  ASCII: fc.constantFrom(...ASCII),
  'signs of JSON': fc.constantFrom(...'":,{}[]'),
  'common Chinese': fc.constantFrom(...'客户列表跟进员工标签商机阶段创建时间备注电话地址公司名称的是了在有'),
  'Chinese of a dictionary': between(0x4e00, 0x9fff),
  'Latin, Greek, Cyrillic': between(0xa0, 0x7ff),
  'the basic plane': between(0x20, 0xd7ff),
  emoji: between(0x1f300, 0x1f650),
  'all planes': fc.oneof(between(0x20, 0xd7ff), between(0xe000, 0xfffd), between(0x10000, 0x2ffff)),
};
const limits = { interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true };

describe('tokensOf is never below o200k_base', () => {
  test.each(Object.entries(units))('for texts of %s', (_, unit) => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400, size: 'max' }), (text) => {
        expect(tokensOf(text)).toBeGreaterThanOrEqual(countTokens(text));
      }),
      { numRuns: runs(10, 300), ...limits },
    );
  });

  test('for JSON', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme' }), (text) => {
        expect(tokensOf(text)).toBeGreaterThanOrEqual(countTokens(text));
      }),
      { numRuns: runs(30, 1000), ...limits },
    );
  });

  test('for the example arguments of every operation, and at most three times as high', () => {
    const text = exampleCalls.map(({ params }) => JSON.stringify(params)).join('\n');
    expect(tokensOf(text)).toBeGreaterThanOrEqual(countTokens(text));
    expect(tokensOf(text)).toBeLessThan(countTokens(text) * 3);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.string({ unit: 'binary', maxLength: 1000, size: 'max' }),
  fc.string({ unit: units['common Chinese'] ?? between(97, 122), maxLength: 2000, size: 'max' }),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.constant(null),
  fc.array(text, { maxLength: 10 }),
  fc.dictionary(fc.string({ maxLength: 20 }), text, { maxKeys: 5 }),
);
const row = fc.dictionary(fc.constantFrom('id', 'name', 'avatar', 'corp_name', '备注', 'a b'), value);

test('no answer is over its budget, whatever the API answers', async () => {
  const server = await serve();
  const caller = createCaller({ ...credentials, baseUrl: server.url, limits: false, retry: false });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      fc.integer({ min: 400, max: 9000 }),
      fc.integer({ min: 1, max: 100 }),
      async (rows, budget, limit) => {
        const ok = { errcode: 0, errmsg: 'ok' };
        server.answer('external_user/list', () => ({
          body: { ...ok, total: 1000, external_user_list: rows },
        }));
        server.answer('opportunity/one', () => ({ body: { ...ok, opportunity: rows } }));
        const { read } = toolsOf(contextOf(caller, { budget }));
        const list = await read({ operation: 'externalUser.list', limit });
        const single = await read({ operation: 'opportunity.one', arguments: { id: '1' } });
        for (const { value: answer } of [list, single]) {
          const json = JSON.stringify(answer);
          expect(tokensOf(json)).toBeLessThanOrEqual(budget);
          expect(countTokens(json)).toBeLessThanOrEqual(budget);
        }
        expect(
          list.isError || list.value.cursor !== undefined || rows.length === 0 || limit > rows.length,
        ).toBe(true);
      },
    ),
    { numRuns: runs(5, 100), ...limits },
  );
});
