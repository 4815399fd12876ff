// Thirty questions of someone who saw neither the search nor the descriptions. On their first run, on 2026-11-28, the words of 25 and
// the sentences of 22 found an operation of the question among the first three: these are the figures that count. Synonyms
// and a rule for bare nouns came after, by somebody who had seen the misses.
import { expect, test } from 'vitest';
import { createCaller } from '../../../src/client/index.ts';
import { createTools } from '../../../src/mcp/index.ts';
import { contextOf } from '../calls/tool-context.ts';
import { readQuestions } from './questions.ts';

const questions = readQuestions();

/** What is not found among the first three, with its place among 25; 0 is none. */
const MISSES: { readonly [by in 'words' | 'question']: Readonly<Record<string, number>> } = {
  words: {},
  question: { q09: 4, q28: 13 },
};

/** The names that the tool answers, best first. */
async function search(query: string): Promise<readonly string[]> {
  const tool = createTools().find(({ name }) => name === 'search_operations');
  const context = contextOf(createCaller({ corpId: 'none', secret: 'none', baseUrl: 'http://127.0.0.1:1' }));
  const answer = await tool?.run(context, { query, limit: 25 });
  const { operations }: { operations?: { name: string }[] } = Object(answer?.value);
  return operations?.map(({ name }) => name) ?? [];
}

test.each(['words', 'question'] as const)('the %s find their operation, except the misses', async (by) => {
  const misses: Record<string, number> = {};
  for (const { id, [by]: query, operations } of questions) {
    const found = await search(query);
    const rank = found.findIndex((name) => operations.includes(name)) + 1;
    if (rank === 0 || rank > 3) misses[id] = rank;
  }
  expect(misses).toEqual(MISSES[by]);
});

test('there are thirty questions', () => {
  expect(questions).toHaveLength(30);
});
