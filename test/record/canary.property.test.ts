import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecordings } from '../../scripts/evidence/recording.ts';
import { places } from '../support/places.ts';
import { runs } from '../support/runs.ts';
import { memoryRecorder } from './support.ts';

const documented = readRecordings('test/recordings').filter(({ source }) => source.kind === 'documentation');
type Answer = (typeof documented)[number];

/** Texts that the documentation does not contain, of each kind that a person or an id may have. */
const canary = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'qzxjvkw'), minLength: 9, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'欧阳娜依凛澈霏翊'), minLength: 9, maxLength: 12 }),
  fc.integer({ min: 0, max: 99_999_999 }).map((number) => `139${String(number).padStart(8, '0')}`),
  fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map(String),
  fc.webUrl(),
  fc.emailAddress(),
  fc.uuid(),
  fc.constantFrom(
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkw',
    '欧阳娜依凛 13912345678 zqxjvkwqz',
    '110101199003070134',
  ),
  fc.string({ unit: 'grapheme', minLength: 12, maxLength: 40 }).filter((text) => /[^\s0]{8}/.test(text)),
);

/** Where a canary goes: it replaces the n-th leaf, is added to the n-th object, or goes into the arguments. */
const planting = fc.record({
  answer: fc.nat(documented.length - 1),
  text: canary,
  how: fc.constantFrom('leaf', 'name', 'value', 'json', 'number', 'param', 'param name', 'message'),
  nth: fc.nat(400),
});

interface Planted {
  readonly body: object;
  readonly params: object;
}

function plant({ response }: Answer, how: string, text: string, nth: number): Planted {
  const body = structuredClone(response.body) as object;
  const params: Record<string, unknown> = { limit: 10 };
  const put = (kind: 'leaf' | 'object', to: unknown) => {
    const all = places(body, kind);
    all[nth % all.length]?.(to);
  };
  if (how === 'leaf') put('leaf', text);
  if (how === 'name') put('object', { [text]: { [`${text}2`]: [text] } });
  if (how === 'value') put('object', { undocumented: [[text], { name: text }] });
  if (how === 'json') put('leaf', JSON.stringify({ [text]: text, list: [text] }));
  if (how === 'number') put('leaf', Number(text.replace(/\D/g, '').slice(0, 15)));
  if (how === 'param') params.staff_id = text;
  if (how === 'param name') params[text] = [text];
  if (how === 'message') Object.assign(body, { errcode: 22201, errmsg: `客户 ${text} 不存在` });
  return { body, params };
}

/** Whether a file contains a text, also if JSON escaped it once or twice. */
function contains(file: string, text: string): boolean {
  const escaped = JSON.stringify(text).slice(1, -1);
  return [text, escaped, JSON.stringify(escaped).slice(1, -1)].some((form) => file.includes(form));
}

test('no file contains a planted text, wherever it was planted', async () => {
  const numRuns = runs(300, 1_500);
  const recorder = memoryRecorder();
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(planting, async ({ answer, text, how, nth }) => {
      const given = documented[answer] as Answer;
      const { body, params } = plant(given, how, text, nth);
      const file = await recorder.recordOne(given.operation, body, params);
      const secret = how === 'number' ? text.replace(/\D/g, '').slice(0, 15).replace(/^0+/, '') : text;
      if (secret.length >= 9) expect(contains(file, secret)).toBe(false);
      expect(file === '' ? 'written before' : JSON.parse(file).source.kind).toMatch(/live|written before/);
      counts.set(how, (counts.get(how) ?? 0) + 1);
    }),
    { numRuns },
  );
  const files = [...recorder.files.values()];
  console.log(
    `${numRuns} canaries, ${files.length} files, none found: ${[...counts].map(([how, count]) => `${how} ${count}`).join(', ')}`,
  );
});
