import { expect, test } from 'vitest';
import { findDrift } from '../../../scripts/docs/diff/find-drift.ts';
import { readCapturesOf } from '../../../scripts/docs/readers/read-captures.ts';
import { factsAt, pageOfFacts } from '../../support/page-of-facts.ts';
import { renderText } from '../../support/render-page.ts';

const facts = factsAt('/open-api/group_chat/batch_mark_tag');
// The page's example leaves out optional fields, so its list can be nested in more than one way.
const page = pageOfFacts(facts);
const text = renderText({
  ...page,
  body: { fields: page.body?.fields ?? [], example: { group_chat_id_list: ['1'] } },
});
const drift = (page: string) =>
  findDrift([facts], readCapturesOf(new TextEncoder().encode(page), 'page'), { seats: {}, isAll: false })[0];

test('an unchanged list keeps the nesting of the facts', () => {
  expect(readCapturesOf(new TextEncoder().encode(text), 'page')[0]?.missing).toEqual([
    'request body fields (their nesting is not certain)',
  ]);
  expect(drift(text)).toMatchObject({ state: 'unchanged', changes: [], missing: [], proposals: [] });
});

test('a change of a field in an unchanged list is reported with its path', () => {
  const changed = text.replace('\ntag_names\narray[string]\n', '\ntag_names\narray[integer]\n');
  expect(drift(changed)?.changes).toEqual([
    {
      kind: 'changed',
      what: 'body field: type',
      where: 'group_chat_tag_name_list.tag_names',
      from: 'array<string>',
      to: 'array<integer>',
    },
  ]);
});

test('a changed list is reported as a proposal, never guessed', () => {
  const more = text.replace(
    '\ntag_names\narray[string]\n',
    '\ntag_colour\nstring\ntag_names\narray[string]\n',
  );
  expect(drift(more)).toMatchObject({
    state: 'changed',
    changes: [],
    proposals: ['the request body now lists tag_colour (string)'],
    missing: ['request body fields (their nesting is not certain)'],
  });
  const fewer = text.replace(/\ntag_names\narray\[string\]\n/, '\nnames\narray[string]\n');
  expect(drift(fewer)?.proposals).toEqual([
    'the request body now lists names (array<string>) and no longer lists tag_names',
  ]);
  const cut = more.slice(0, more.indexOf('\n示例\n'));
  expect(drift(cut)?.proposals).toEqual(['the request body now lists tag_colour (string)']);
});

test('a count that the facts contradict leaves the list open', () => {
  const counted = text.replace(
    'group_chat_tag_name_list\narray[object]',
    'group_chat_tag_name_list\narray [object {5}]',
  );
  expect(drift(counted)?.missing).toEqual(['request body fields (their nesting is not certain)']);
});
