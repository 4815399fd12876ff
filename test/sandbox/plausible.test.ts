import { describe, expect, test } from 'vitest';
import { createAnswers } from '../../src/sandbox/answers.ts';
import { openEndpoints } from '../../src/sandbox/endpoints.ts';
import { type JsonObject, valueAt } from '../../src/sandbox/paths.ts';
import { createSampler } from '../../src/sandbox/sample.ts';
import { textAt } from '../../src/sandbox/sample-leaf.ts';
import { exampleCalls } from '../support/call-with-examples.ts';

const endpoints = openEndpoints();

function answersOf(seed: number): (id: string) => JsonObject {
  const sampler = createSampler(endpoints, seed);
  const answers = createAnswers({ sampler, endpoints, persons: () => [], everywhere: false, seed });
  return (id) => {
    const endpoint = endpoints.byId(id);
    return endpoint ? answers.answerOf(endpoint) : {};
  };
}

/** All texts of an answer, each with its dotted path. */
function textsOf(value: unknown, at: string): [at: string, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, `${at}.${key}`));
}

const ids = exampleCalls.map(({ id }) => id).filter((id) => id !== 'accessTokenGet');

test('no text of any answer is a placeholder or derived from its field name', () => {
  const answerOf = answersOf(1);
  const texts = ids.flatMap((id) => textsOf(answerOf(id), id));
  expect(texts.length).toBeGreaterThan(700);
  const isMadeUp = ([at, text]: [string, string]) =>
    text === 'string' || /^[a-z_0-9]+-\d{4}$/.test(text) || (at.endsWith('.errmsg') && /\d{4}/.test(text));
  expect(texts.filter(isMadeUp)).toEqual([]);
});

describe('the answer of opportunity.one, for which the documentation has only placeholders', () => {
  const opportunity = answersOf(1)('opportunityOne').opportunity;
  const at = (path: string) => valueAt(opportunity, path);

  test.each<[path: string, want: RegExp]>([
    ['name', /^\p{Script=Han}+$/u],
    ['stage.name', /^(初步沟通|需求确认|方案报价|商务谈判|合同签订)$/],
    ['stage_group_name', /销售流程$/],
    ['staff.name', /^\p{Script=Han}{3}$/u],
    ['user.phone', /^199\d{8}$/],
    ['staff.email', /^\w+@sandbox\.example$/],
    ['staff.avatar', /^https:\/\/example\.com\//],
    ['organization.name', /公司$/],
    ['user_type', /^external_user$/],
    ['created_at', /^1704[01]\d{5}$/],
    ['updated_at', /^1704[12]\d{5}$/],
    ['expect_amount', /^\d+0000$/],
    ['deleted', /^false$/],
    ['staff.extattr', /^\{\}$/],
    ['goods_list', /^(标准版|专业版|企业版)$/],
  ])('%s', (path, want) => expect(String(at(path))).toMatch(want));

  test.each([
    ['stage_id', 'stage.id'],
    ['stage_group_id', 'stage.group_id'],
    ['organization_id', 'organization.id'],
    ['staff_ext_id', 'staff.ext_id'],
    ['corp_id', 'user.corp_id'],
  ])('%s equals %s', (path, otherPath) => {
    expect(at(path)).toBeTruthy();
    expect(at(path)).toBe(at(otherPath));
  });

  test('a documented null stays null', () => {
    for (const path of ['end_time', 'expect_date', 'staff.ma_authorized_at']) expect(at(path)).toBeNull();
  });
});

test('the same seed gives the same answers, another seed different ones', () => {
  const [first, again, different] = [1, 1, 2].map((seed) => JSON.stringify(ids.map(answersOf(seed))));
  expect(again).toBe(first);
  expect(different).not.toBe(first);
});

test('a place without a row in the table gets a text derived from its name, valid for the schema', () => {
  expect(textAt('someCall.rows.0.colour', {}, 1)).toMatch(/^colour-\d{4}$/);
  expect(textAt('someCall.rows.0.colour', { maxLength: 3 }, 1)).toBe('col');
  expect(textAt('someCall.rows.0.errmsg', { minLength: 4 }, 1)).toBe('ok00');
});
