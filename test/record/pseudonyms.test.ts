import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/record/kinds.ts';
import { createPseudonyms } from '../../src/record/pseudonyms.ts';
import { runs } from '../support/runs.ts';
import { key } from './support.ts';

const texts: readonly (readonly [kind: string, given: string, want: RegExp])[] = [
  ['url', 'https://wework.qpic.cn/wwpic/123456_abc/0?token=x', /^https:\/\/example\.com\/[0-9a-f]{16}$/],
  ['url', 'weixin://dl/business?ticket=t123', /^https:\/\/example\.com\/[0-9a-f]{16}$/],
  ['email', 'wang.wei@corp.com.cn', /^user-[a-z]{8}@example\.com$/],
  ['mobile', '13812345678', /^130\d{8}$/],
  ['mobile', '+8613812345678', /^\+86130\d{8}$/],
  ['seconds', '1709622976', /^1[5-7]\d{8}$/],
  ['milliseconds', '1709622976123', /^1[5-7]\d{11}$/],
  ['digits', '1586542197543829505', /^[1-9]\d{18}$/],
  ['digits', '007', /^0\d{2}$/],
  ['digits', '42', /^[1-9]\d$/],
  ['date', '2024-03-05', /^202[0-4]-(0[1-9]|1[0-2])-([01]\d|2[0-8])$/],
  ['date', '2024/3/5 07:16', /^202[0-4]\/\d{1,2}\/\d{1,2} [0-2]\d:[0-5]\d$/],
  ['date', '2024-03-05T07:16:27.123Z', /^202[0-4]-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/],
  ['clock', '09:30', /^[0-2]\d:[0-5]\d$/],
  ['figures', '010-8888 6666', /^\d{3}-\d{4} \d{4}$/],
  ['hex', 'd41d8cd98f00b204e9800998ecf8427e', /^[0-9a-f]{32}$/],
  ['token', 'wmabcdEFGH_0123456789-abcdefghij', /^wm[a-z]{4}[A-Z]{4}_\d{10}-[a-z]{10}$/],
  ['token', 'ZhangSan', /^[A-Z][a-z]{4}[A-Z][a-z]{2}$/],
  ['name', '王小明', /^某\p{Script=Han}{3}$/u],
  ['chinese', '请联系王小明，电话13812345678', /^某\p{Script=Han}{47}$/u],
  ['text', 'Call Wang Wei before noon!', /^[a-z ]{48}$/],
];

describe('a text is replaced by one of its kind', () => {
  const { ofText } = createPseudonyms(key);
  test.each(texts)('%s: %s', (kind, given, want) => {
    expect(KINDS.find(({ pattern }) => pattern.test(given))?.name).toBe(kind);
    expect(ofText(given)).toMatch(want);
  });
});

test('what is empty or zero stays', () => {
  const { ofText, ofNumber } = createPseudonyms(key);
  expect([ofText(''), ofText(' '), ofText('0'), ofNumber(0)]).toEqual(['', ' ', '0', 0]);
});

test('the same value has the same pseudonym, in every run and as number or text; another key gives another', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.bigInt({ min: 1n, max: 10n ** 21n }),
      (text, number) => {
        const [one, two] = [createPseudonyms(key), createPseudonyms(key)];
        expect(one.ofText(text)).toBe(two.ofText(text));
        const value = number <= Number.MAX_SAFE_INTEGER ? Number(number) : number;
        expect(String(one.ofNumber(value))).toBe(two.ofText(String(number)));
        expect(one.isGiven(two.ofText(text))).toBe(true);
      },
    ),
    { numRuns: runs(1_000) },
  );
  const phone = '13812345678';
  expect(createPseudonyms(Buffer.alloc(32, 8)).ofText(phone)).not.toBe(createPseudonyms(key).ofText(phone));
});

test('a number stays of its type, and none that a double holds becomes one that it rounds', () => {
  const { ofNumber } = createPseudonyms(key);
  fc.assert(
    fc.property(
      fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      (value) => {
        const pseudonym = ofNumber(value);
        expect(Number.isFinite(pseudonym)).toBe(true);
        expect(Number.isInteger(pseudonym)).toBe(Number.isInteger(value));
        if (Number.isSafeInteger(value)) {
          expect(Number.isSafeInteger(pseudonym)).toBe(true);
          expect(String(pseudonym).length).toBe(String(value).length);
        }
      },
    ),
    { numRuns: runs(2_000) },
  );
  const large = ofNumber(9_223_372_036_854_775_807n);
  expect(typeof large).toBe('bigint');
  expect(String(large)).toHaveLength(19);
});

test('1,000 phones, ids and names of 4 letters or more stay apart', () => {
  const { ofText } = createPseudonyms(key);
  const kinds: readonly ((index: number) => string)[] = [
    (index) => `138${String(index).padStart(8, '0')}`,
    (index) => `15865421975438${String(index).padStart(5, '0')}`,
    (index) => `wm${String(index).padStart(30, 'A')}`,
  ];
  for (const make of kinds) {
    expect(new Set(Array.from({ length: 1000 }, (_, index) => ofText(make(index)))).size).toBe(1000);
  }
});
