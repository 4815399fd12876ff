import { expect, test } from 'vitest';
import { tokenize } from '../../scripts/site/.vitepress/tokenize.ts';

test.each([
  ['商机', ['商', '机', '商机']],
  ['获取商机', ['获', '取', '商', '机', '获取', '取商', '商机']],
  ['external_user/list', ['external_user/list', 'external_user', 'external', 'user', 'list']],
  ['/open-api/tag', ['open-api/tag', 'open', 'api', 'tag']],
  ['opportunityOne', ['opportunityOne', 'opportunity', 'One']],
  ['', []],
])('the words of %j', (text, words) => {
  expect(tokenize(text)).toEqual(words);
});
