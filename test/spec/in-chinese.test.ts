import { expect, test } from 'vitest';
import { assemble } from '../../scripts/spec/assemble.ts';
import { bundle } from '../../scripts/spec/bundle.ts';
import { inChinese, isBilingual } from '../../scripts/spec/in-chinese.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { writeSpec } from '../check/small-spec.ts';

const DEAL = `type: object
description: A deal.
x-zh: 商机。
properties:
  summary: {type: string, description: In short., x-zh: 摘要。}
  state: {type: integer, enum: [1, 2], x-meanings: {1: won, 2: lost}, x-meanings-zh: {1: 赢单, 2: 输单}}
  plain: {type: string, description: Only English.}
`;

function dealIn(language: 'en' | 'zh') {
  const model = buildModel(assemble(loadSpec(writeSpec({ 'schemas/Deal.yaml': DEAL }))));
  expect(isBilingual(model)).toBe(false);
  return bundle(language === 'zh' ? inChinese(model) : model).components?.schemas?.Deal;
}

test('the English document has no Chinese twin', () => {
  expect(dealIn('en')).toMatchObject({
    description: 'A deal.',
    properties: { summary: { description: 'In short.' }, state: { 'x-meanings': { 1: 'won', 2: 'lost' } } },
  });
  expect(JSON.stringify(dealIn('en'))).not.toMatch(/zh/);
});

test('the Chinese document has every text that is there, and no twin', () => {
  expect(dealIn('zh')).toMatchObject({
    description: '商机。',
    properties: {
      summary: { description: '摘要。' },
      state: { 'x-meanings': { 1: '赢单', 2: '输单' } },
      plain: { description: 'Only English.' },
    },
  });
  expect(JSON.stringify(dealIn('zh'))).not.toMatch(/zh/);
});
