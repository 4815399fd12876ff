import { expect, test } from 'vitest';
import { workspace } from './workspace.ts';

const CHINESE = /[\u4e00-\u9fff]/;
const THING = `type: object
required: [id]
properties:
  id: {type: string, description: The id., x-zh: 物品 ID。}
`;
const PARTS = new Set(['client', 'errors'] as const);

test('a run in another language writes every text again, and knows its own last run', async () => {
  const { run, read } = workspace({ 'schemas/Thing.yaml': THING });
  const texts = () => [read('components.ts'), read('error-codes.ts')];

  await run('write', PARTS, 'en');
  const english = texts();
  expect(english.filter((text) => CHINESE.test(text))).toEqual([]);

  expect((await run('write', PARTS, 'zh')).text).not.toContain('nothing changed');
  const chinese = texts();
  expect(chinese.filter((text) => CHINESE.test(text))).toHaveLength(2);
  expect((await run('write', PARTS, 'zh')).text).toContain('nothing changed');
  // The files are Chinese now, although the last run in English is remembered.
  expect((await run('check', PARTS, 'en')).stale).toContain('components.ts');
  expect((await run('check', PARTS, 'zh')).stale).toEqual([]);

  expect((await run('write', PARTS, 'en')).text).not.toContain('nothing changed');
  expect(texts()).toEqual(english);
  await run('write', PARTS, 'zh');
  expect(texts()).toEqual(chinese);
});

test('without a language, the texts are English', async () => {
  const { run, read } = workspace({ 'schemas/Thing.yaml': THING });
  await run('write', PARTS);
  const text = read('components.ts');
  await run('force', PARTS, 'en');
  expect(read('components.ts')).toBe(text);
});
