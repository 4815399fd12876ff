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

describe('a text is replaced by a text of the same kind', () => {
  const { ofText } = createPseudonyms(key);
  test.each(texts)('%s: %s', (kind, given, want) => {
    expect(KINDS.find(({ pattern }) => pattern.test(given))?.name).toBe(kind);
    expect(ofText(given)).toMatch(want);
  });
});

test('empty texts and zero stay unchanged', () => {
  const { ofText, ofNumber } = createPseudonyms(key);
  expect([ofText(''), ofText(' '), ofText('0'), ofNumber(0)]).toEqual(['', ' ', '0', 0]);
});

test('a value has the same pseudonym in every run, as a number and as text; another key gives another pseudonym', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.bigInt({ min: 1n, max: 10n ** 21n }),
      (text, number) => {
        const [first, second] = [createPseudonyms(key), createPseudonyms(key)];
        expect(first.ofText(text)).toBe(second.ofText(text));
        const value = number <= Number.MAX_SAFE_INTEGER ? Number(number) : number;
        expect(String(first.ofNumber(value))).toBe(second.ofText(String(number)));
        expect(first.isGiven(second.ofText(text))).toBe(true);
      },
    ),
    { numRuns: runs(1_000) },
  );
  const phone = '13812345678';
  expect(createPseudonyms(Buffer.alloc(32, 8)).ofText(phone)).not.toBe(createPseudonyms(key).ofText(phone));
});

test('a number keeps its type, and a safe integer stays a safe integer of the same length', () => {
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

test('1,000 phone numbers, large integers and ids have 1,000 different pseudonyms', () => {
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
