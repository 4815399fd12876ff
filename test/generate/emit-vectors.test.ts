import { expect, test } from 'vitest';
import { emitVectors } from '../../scripts/generate/emit-vectors.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';

const HEAD = 'about: {en: What it is., zh: 说明。}\nversion: 1\n';
const ONE = `${HEAD}cases:\n  - {name: large, given: 9007199254740993, want: '9007199254740993'}\n`;

const listed = (paging: string) =>
  SOUND['paths/thing/one.yaml']?.replace('x-limit: read', `x-limit: bulk\n  x-pagination: ${paging}`) ?? '';

/** A file of vectors that the generator makes of a specification. */
function emitted(subject: string, files: Readonly<Record<string, string>>) {
  const text = new Map(emitVectors(modelOf(files))).get(`vectors/${subject}.json`);
  return { text, value: JSON.parse(text ?? 'null') };
}

test('a specification without vectors has none', () => {
  expect(emitVectors(modelOf())).toEqual([]);
});

test('a case stands on a line of its own, with every digit', () => {
  const { text, value } = emitted('integers', { 'vectors/integers.yaml': ONE });
  expect(text).toContain('\n  {"name":"large","given":9007199254740993,"want":"9007199254740993"}\n');
  expect(value).toMatchObject({ about: { en: 'What it is.', zh: '说明。' }, version: 1 });
});

test('the limits and the class of each operation come from the specification', () => {
  const root = `${SOUND['openapi.yaml']}x-limits:
  in_flight: {company: 7, code: 1}
  windows: {read: {minute: 5}, bulk: {hour: 9}, code: 2}
`;
  const { value } = emitted('limits', {
    'openapi.yaml': root,
    'paths/thing/one.yaml': listed('{style: page, items: thing}'),
    'vectors/limits.yaml': ONE,
  });
  expect(value).toMatchObject({
    inFlight: 7,
    classes: { read: { minute: 5 }, bulk: { hour: 9 } },
    codes: { inFlight: 1, window: 2 },
    operations: { bulk: ['thingOne'] },
  });
});

const PAGING: [paging: string, kind: string, want: object][] = [
  ['{style: offset, items: a.b, total: t}', 'offset-total', { size: 'limit', position: 'offset', first: 0 }],
  ['{style: page, items: a, page: p, first: 0}', 'page', { size: 'page_size', position: 'p', first: 0 }],
  ['{style: cursor, items: a, next: n, more: m}', 'cursor-more-next', { size: 'limit', position: 'cursor' }],
];

test.each(PAGING)('%s is of the kind %s', (paging, kind, want) => {
  const files = { 'paths/thing/one.yaml': listed(paging), 'vectors/paging.yaml': ONE };
  expect(Object.entries(emitted('paging', files).value.kinds)).toMatchObject([
    [kind, { arguments: want, lists: { thingOne: {} } }],
  ]);
});

const MALFORMED: [text: string, message: RegExp][] = [
  ['version: 1\ncases: []\n', /has no "about"/],
  [`${HEAD}cases:\n  - {name: a, given: 1}\n`, /has no "want"/],
  [`${HEAD}cases:\n  - {name: a, given: 1, wants: 2, want: 1}\n`, /"wants" is not known/],
  [`${HEAD.replace('zh:', 'fr:')}cases: []\n`, /"fr" is not known/],
];

test.each(MALFORMED)('%j is refused, with the place', (text, message) => {
  expect(() => modelOf({ 'vectors/token.yaml': text })).toThrow(message);
});
