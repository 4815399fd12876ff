import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonIn } from '../../../src/base/json-in.ts';
import { createMasker } from '../../../src/mcp/mask/index.ts';
import { createAnswers } from '../../../src/sandbox/answers.ts';
import { openEndpoints } from '../../../src/sandbox/endpoints.ts';
import { createSampler } from '../../../src/sandbox/sample.ts';
import { exampleCalls } from '../../support/call-with-examples.ts';
import { places } from '../../support/places.ts';
import { runs } from '../../support/runs.ts';

const endpoints = openEndpoints();
const ids = exampleCalls.map(({ id }) => id).filter((id) => id !== 'accessTokenGet');
const SEEDS = 20;

/** The answers of every operation, for a seed. */
function answersOf(seed: number): (id: string) => object {
  const sampler = createSampler(endpoints, seed);
  const answers = createAnswers({ sampler, endpoints, persons: () => [], everywhere: false, seed });
  return (id) => {
    const endpoint = endpoints.byId(id);
    return endpoint ? answers.answerOf(endpoint) : {};
  };
}
const bySeed = Array.from({ length: SEEDS }, (_, seed) => answersOf(seed + 1));

const ID_CHARS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const idOf = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...ID_CHARS), minLength: min, maxLength: max }).map((rest) => `o${rest}`);

/** A value that is found wherever it is. `core` is the part that must not be left. */
const anywhere = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('13', '15', '17', '18', '19'),
      digits(9),
      fc.constantFrom('', ' ', '-'),
      fc.constantFrom('', '+86', '+86 ', '86-', '0086'),
    )
    .map(([start, rest, gap, code]) => {
      const number = start + rest;
      const core = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap);
      return { core, text: code + core };
    }),
  // A random id without a digit or a capital letter does not come up.
  idOf(27, 28).map((core) => ({ core, text: core })),
  fc
    .tuple(
      fc.stringMatching(/^[a-z][a-z0-9._+-]{0,12}$/),
      fc.stringMatching(/^[a-z][a-z0-9]{1,8}\.(com|cn|com\.cn)$/),
    )
    .map(([local, domain]) => ({ core: `${local}@${domain}`, text: `${local}@${domain}` })),
);

const WAYS = ['leaf', 'words', 'key', 'json', 'json in json', 'query', 'number', 'list', 'twice'] as const;

/** Values of any form, in fields that say what they are. */
const inField = fc
  .tuple(
    fc.constantFrom(
      'phone',
      'phone_number',
      'mobile',
      'telephone',
      'phone_list',
      'unionid',
      'external_user_openid',
      'openid',
      'email',
    ),
    fc.stringMatching(/^[Q-Z0-9]{9,14}$/),
  )
  .map(([name, core]) => ({ name, core }));

/** A copy whose JSON texts have no spaces: masking writes them anew. */
function withPlainJson(value: unknown): unknown {
  if (typeof value === 'string') {
    const inner = jsonIn(value);
    return inner === undefined ? value : JSON.stringify(withPlainJson(inner));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withPlainJson);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withPlainJson(member)]));
}

interface Planting {
  readonly way: (typeof WAYS)[number];
  readonly text: string;
  readonly nth: number;
}

function plant(answer: object, { way, text, nth }: Planting): void {
  const put = (kind: 'leaf' | 'object', to: unknown) => {
    const all = places(answer, kind);
    all[nth % all.length]?.(to);
  };
  if (way === 'leaf') put('leaf', text);
  if (way === 'words') put('leaf', `客户的联系方式：${text}，请回复。`);
  if (way === 'key') put('object', { [text]: { reason: 'x' } });
  if (way === 'json') put('leaf', JSON.stringify({ [text]: 1, list: [`a ${text} b`] }));
  if (way === 'json in json') put('leaf', JSON.stringify({ a: JSON.stringify([text]) }));
  if (way === 'query')
    put('leaf', `https://example.com/a?to=${encodeURIComponent(text)}&x=%20${encodeURIComponent(text)}`);
  if (way === 'number' && /^1\d{10}$/.test(text)) put('leaf', Number(text));
  if (way === 'list') put('object', { extra: [[text], { a: text }] });
  if (way === 'twice') put('leaf', `${text} ${text}`);
}

const answer = fc.record({
  id: fc.constantFrom(...ids),
  seed: fc.nat(SEEDS - 1),
  planted: fc.array(fc.record({ value: anywhere, way: fc.constantFrom(...WAYS), nth: fc.nat(200) }), {
    minLength: 1,
    maxLength: 4,
  }),
  fields: fc.array(fc.record({ field: inField, nth: fc.nat(200) }), { maxLength: 2 }),
});

test('nothing that was planted is left, and everything comes back', () => {
  const numRuns = runs(150, 10_000);
  const { mask, unmask, unknown, runTogether } = createMasker();
  let values = 0;
  fc.assert(
    fc.property(answer, ({ id, seed, planted, fields }) => {
      const given = structuredClone(bySeed[seed]?.(id) ?? {});
      for (const { value, way, nth } of planted) plant(given, { way, text: value.text, nth });
      for (const { field, nth } of fields) {
        const all = places(given, 'object');
        all[nth % all.length]?.({ [field.name]: field.name.endsWith('list') ? [field.core] : field.core });
      }
      const masked = mask(given);
      const text = JSON.stringify(masked);
      for (const core of [
        ...planted.map(({ value }) => value.core),
        ...fields.map(({ field }) => field.core),
      ]) {
        values++;
        expect(text).not.toContain(core);
        expect(text).not.toContain(encodeURIComponent(core));
        expect(text.replace(/[ -]/g, '')).not.toContain(core.replace(/[ -]/g, ''));
      }
      expect(unmask(masked)).toEqual(withPlainJson(given));
      expect(unknown(masked)).toEqual([]);
      expect(runTogether(masked)).toBeUndefined();
    }),
    { numRuns, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true },
  );
  console.log(`${numRuns} answers, ${values} planted values, 0 left`);
});

test('what looks like a pseudonym, and any other text, comes back too', () => {
  const { mask, unmask } = createMasker();
  const piece = fc.oneof(
    fc.constantFrom(
      'phone_',
      'email_',
      'text_',
      'name_',
      'un',
      'openid_',
      '+86',
      '0086',
      '@',
      '＠',
      '%40',
      '.com',
      ' ',
      '-',
      '_',
      '"',
      '\\',
      '[',
      ']',
      '{',
      '}',
      '１',
      '\\u0031',
      '%20',
    ),
    digits(6),
    digits(11),
    fc.constant('13812345678'),
    idOf(26, 30),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(text, fc.constantFrom('phone', 'email', 'unionid')), text),
      (given) => {
        // JSON text comes back as equal JSON, not as the same text.
        fc.pre(!Object.values(given).some((value) => /^\s*[[{]/.test(value)));
        expect(unmask(mask(given))).toEqual(given);
      },
    ),
    { numRuns: runs(500, 20_000), interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
  );
});
