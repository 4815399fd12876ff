import { expect, test } from 'vitest';
import { restatedDescription } from '../../scripts/docs/scaffold/restated-description.ts';

test.each([
  [undefined, undefined],
  ['deal id', 'deal id'],
  ['customer type: 1 WeChat, 2 WeCom', 'customer type: 1 WeChat, 2 WeCom'],
  ['only in the example', undefined],
  ['only in the example, 200', undefined],
  ['seen in the example only, the list does not open the object', undefined],
  ['only in the example; Unix time in seconds', 'Unix time in seconds'],
  ['page number; 1 in the example', 'page number'],
  ['tag name (only in the example)', 'tag name'],
  ['radar name (the page says radar title), unique', 'radar name, unique'],
  ['tasks; the page counts 24 members per item', 'tasks'],
  ['prize rules, by reference to the shared model 2621037', undefined],
  ['start of the list (inclusive); of the page size', 'start of the list (inclusive); of the page size'],
])('a scaffold describes a field whose facts say %j as %j', (about, want) => {
  expect(restatedDescription(about)).toBe(want);
});
