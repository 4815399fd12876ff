import { expect, test } from 'vitest';
import { emitPrompts } from '../../scripts/generate/emit-prompts.ts';
import { emitSearchWords } from '../../scripts/generate/emit-search-words.ts';
import { SpecError } from '../../scripts/kit/diagnostic.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { readPrompts } from '../../scripts/spec/prompts.ts';
import { readSearchWords } from '../../scripts/spec/search-words.ts';
import { parseSource } from '../../scripts/spec/source.ts';

const model = buildModel(assemble(loadSpec('spec')));

test('the words of a row are written in one line', () => {
  const text = emitSearchWords({
    ...model,
    searchWords: { terms: [['客户', '好友']], operations: { a: ["it's"] } },
  });
  expect(text).toContain("  ['客户', '好友'],\n");
  expect(text).toContain("  a: ['it\\'s'],\n");
});

test('a specification without such words or prompts has none', () => {
  expect(readSearchWords(undefined, new Set())).toEqual({ terms: [], operations: {} });
  expect(readPrompts(undefined)).toEqual([]);
  expect(emitPrompts({ ...model, prompts: [] })).toContain('}[] = [\n];');
});

const wrongWords: [text: string, message: RegExp][] = [
  ['operations: {gone: [a]}', /no operation has the operationId "gone"/],
  ['operations: {known: a}', /list of words/],
  ['terms: [a]', /list of words/],
  ['words: []', /has no words/],
];

test.each(wrongWords)('search.yaml: %s', (text, message) => {
  const source = parseSource(text, 'search.yaml', 'search.yaml');
  expect(() => readSearchWords(source, new Set(['known']))).toThrow(SpecError);
  expect(() => readSearchWords(source, new Set(['known']))).toThrow(message);
});

const wrongPrompts: [text: string, message: RegExp][] = [
  ['a: {title: {en: x}, text: {en: x, zh: x}}', /title is not in both languages/],
  ['a: {title: {en: x, zh: x}, text: {en: "{days}", zh: x}}', /\{days\}, which is no argument/],
];

test.each(wrongPrompts)('prompts.yaml: %s', (text, message) => {
  expect(() => readPrompts(parseSource(text, 'prompts.yaml', 'prompts.yaml'))).toThrow(message);
});

test('a Chinese text has no spaces where its lines ended', () => {
  const text = 'a: {title: {en: x, zh: x}, text: {en: x, zh: "客户\n  列表，\n  再查"}}';
  expect(readPrompts(parseSource(text, 'prompts.yaml', 'prompts.yaml'))[0]?.text.zh).toBe('客户列表，再查');
});
