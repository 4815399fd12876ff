import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCheck } from '../../scripts/check/index.ts';
import { termsHold, textsCompared, textsInBoth } from '../../scripts/check/rules/texts.ts';
import { pairsText } from '../../scripts/check/texts/pairs.ts';
import { textsOf } from '../../scripts/check/texts/texts.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { type Changes, findingsOf, writeSpec } from './small-spec.ts';

const DEAL = 'schemas/Deal.yaml';
const deal = (text: string): Changes => ({
  [DEAL]: text,
  'glossary.yaml': 'deal: [商机, 生意]\ndeal owner: 负责人\n',
});

/** The findings of a rule in Deal.yaml, without those of the rest, which has no Chinese. */
async function inDeal(rule: Parameters<typeof findingsOf>[0], changes: Changes): Promise<string[]> {
  return (await findingsOf(rule, changes)).filter(
    (line) => line.startsWith(DEAL) || line.startsWith('texts'),
  );
}

const MISSING = (line: number, text: string) => `${DEAL}:${line} "${text}" has no Chinese`;

test.each<[name: string, text: string, want: readonly string[]]>([
  ['both', 'description: A deal.\nx-zh: 商机。\n', []],
  ['none', 'type: object\ndescription: A deal.\n', [MISSING(2, 'A deal.')]],
  ['an empty one', "description: A deal.\nx-zh: ''\n", [MISSING(1, 'A deal.')]],
  ['a field called description', 'properties: {description: {type: string}}\n', []],
  ['an example that looks like a text', 'example: {description: A deal.}\n', []],
  ['a meaning', 'x-meanings: {1: won, 2: lost}\nx-meanings-zh: {1: 赢单}\n', [MISSING(1, 'lost')]],
  ['an omission', 'x-omits: {a: No page shows it., b: shared}\n', [MISSING(1, 'No page shows it.')]],
  [
    'a correction',
    'x-corrects: [{documented: string, because: The page is wrong.}, {documented: "null", because: shared}]\n',
    [MISSING(1, 'The page is wrong.')],
  ],
  ['an unknown type', 'x-unknown: Nobody has seen it.\nx-unknown-zh: 未见到。\n', []],
])('Chinese of %s', async (_name, text, want) => {
  expect(await inDeal(textsInBoth, deal(text))).toEqual(want);
});

const STRAY = (line: number, place: string) => `${DEAL}:${line} ${place} is Chinese without its English`;

test.each<[name: string, text: string, want: readonly string[]]>([
  ['a description', 'type: object\nx-zh: 商机。\n', [STRAY(2, 'x-zh')]],
  [
    'one of two texts',
    'description: A.\nx-zh: {summary: 甲。, description: 乙。}\n',
    [STRAY(2, 'x-zh summary')],
  ],
  ['meanings', 'x-meanings-zh: {1: 赢单}\n', [STRAY(1, 'x-meanings-zh')]],
  ['one meaning', 'x-meanings: {1: won}\nx-meanings-zh: {1: 赢单, 2: 输单}\n', [STRAY(2, 'x-meanings-zh 2')]],
  [
    'an omission',
    'x-omits: {a: shared}\nx-omits-zh: {a: 无效, b: 无}\n',
    [STRAY(2, 'x-omits-zh a'), STRAY(2, 'x-omits-zh b')],
  ],
  ['an unknown type', 'type: string\nx-unknown-zh: 未见到。\n', [STRAY(2, 'x-unknown-zh')]],
  ['a reason for an effect', 'x-effect-because-zh: 会删除。\n', [STRAY(1, 'x-effect-because-zh')]],
  ['a reason', 'x-safety-because-zh: 可重复。\n', [STRAY(1, 'x-safety-because-zh')]],
  [
    'a correction',
    'x-corrects: {documented: string, because: shared, x-zh: 有误。}\n',
    [STRAY(1, 'x-corrects x-zh')],
  ],
  ['a field of that name', 'properties: {x-zh: {type: string}, x-meanings-zh: {type: string}}\n', []],
])('Chinese that is left of %s', async (_name, text, want) => {
  expect(await inDeal(textsInBoth, deal(text))).toEqual(want);
});

const INFO = 'summary: A., description: A., ';

test.each<[name: string, zh: string, want: number]>([
  ['each of three texts', 'x-zh: {title: 甲。, summary: 乙。, description: 丙。}', 0],
  ['one of three texts', 'x-zh: {summary: 乙。}', 2],
  ['three texts in one', 'x-zh: 甲。', 3],
])('Chinese of %s', async (_name, zh, want) => {
  const found = await findingsOf(textsInBoth, {
    'openapi.yaml': [INFO, `${INFO}${zh}, `],
    'glossary.yaml': 'deal: 商机\n',
  });
  expect(found.filter((line) => line.startsWith('openapi.yaml:2 '))).toHaveLength(want);
});

test('a specification without a glossary has one language', async () => {
  expect(await findingsOf(textsInBoth)).toEqual([]);
  expect(await findingsOf(textsCompared)).toEqual([]);
});

const reason = (row: string): Changes => ({ 'glossary.yaml': '{}\n', 'reasons.yaml': row });

test.each<[name: string, changes: Changes, want: readonly string[]]>([
  ['a sentence', reason('r: The page is wrong.\n'), ['reasons.yaml:1 "The page is wrong." has no Chinese']],
  ['two sentences', reason('r: {en: The page is wrong., zh: 文档页有误。}\n'), []],
])('a shared reason of %s', async (_name, changes, want) => {
  const found = await findingsOf(textsInBoth, changes);
  expect(found.filter((line) => line.startsWith('reasons'))).toEqual(want);
});

test.each<[name: string, en: string, zh: string, want: string | undefined]>([
  ['the term', 'The deals of today.', '今天的商机。', undefined],
  ['another term', 'The deals of today.', '今天的生意。', undefined],
  ['no term', 'The deals of today.', '今天的单子。', 'deal'],
  ['a longer term', 'The deal owner.', '负责人。', undefined],
  ['a part of a word', 'An ideal value.', '理想值。', undefined],
  ['code', 'See `deal` and /open-api/deal/list.', '见 `deal`。', undefined],
])('terms: %s', async (_name, en, zh, want) => {
  const found = await inDeal(termsHold, deal(`description: ${en}\nx-zh: ${zh}\n`));
  expect(found.map((line) => / speaks of "([^"]*)"/.exec(line)?.[1])).toEqual(
    want === undefined ? [] : [want],
  );
});

const STALE = 'texts.yaml 1 row belongs to no text';
const BEFORE = 'description: A deal.\nx-zh: 商机。\n';

test.each<[name: string, text: string, want: readonly string[]]>([
  ['nothing', BEFORE, []],
  ['white space', 'description: >-\n  A\n  deal.\nx-zh: 商机。\n', []],
  [
    'the English',
    'description: The deal.\nx-zh: 商机。\n',
    [`${DEAL}:1 the English of "The deal." was changed without the other language`, STALE],
  ],
  [
    'the Chinese',
    'description: A deal.\nx-zh: 一笔商机。\n',
    [`${DEAL}:1 the Chinese of "A deal." was changed without the other language`, STALE],
  ],
  [
    'both',
    'description: One deal.\nx-zh: 一笔商机。\n',
    [`${DEAL}:1 "One deal." was not compared with its Chinese yet`, STALE],
  ],
])('a text with its twin when %s changed', async (_name, text, want) => {
  const pairs = pairsText(textsOf(loadSpec(writeSpec(deal(BEFORE)))));
  const found = await inDeal(textsCompared, { ...deal(text), 'texts.yaml': pairs });
  expect(found.map((line) => line.replace(/^texts\.yaml:\d+/, 'texts.yaml'))).toEqual(want);
});

test('--texts records that the texts were compared', async () => {
  const folder = writeSpec({ ...deal(BEFORE), 'texts.yaml': '[]\n' });
  const out: string[] = [];
  const io = { print: (text: string) => out.push(text), complain: (text: string) => out.push(text) };
  await runCheck(['--spec', folder, '--texts', '--json'], io as never);
  expect(readFileSync(join(folder, 'texts.yaml'), 'utf8')).toBe(pairsText(textsOf(loadSpec(folder))));
  expect(out.join('\n')).not.toContain('texts-compared');
});
