import { describe, expect, test } from 'vitest';
import { kindOfField, kindOfKeys, type MaskKind } from '../../../src/mcp/mask/fields.ts';
import { numberArguments } from '../../../src/mcp/mask/number-arguments.ts';
import { type DocumentedField, documentedFields } from './documented-fields.ts';

const { answers, requests } = documentedFields();

/** What a description says about a kind, in either language, or the field's name. */
const WORDS: readonly (readonly [MaskKind, RegExp])[] = [
  ['phone', /phone|mobile|landline|手机|电话|座机/i],
  ['email', /e-?mail|邮箱|邮件/i],
  ['openid', /open_?id/i],
  ['unionid', /union_?id/i],
  [
    'name',
    /姓名|昵称|(客户|线索|员工|成员|人|方)的?(名称|备注名)|别名|英文名|\b(customer|employee|lead|sender|creator|handler|payer|side|staff member)'s ((wechat )?nick)?name\b|\bname of the (employee|staff member|customer)/i,
  ],
];

/** Fields whose text names a kind and which hold none, with the reason. */
const NO_VALUE: Readonly<Record<string, string>> = {
  'LeadPool.phone_encrypted': 'a boolean',
  'LeadPool.encrypt_rule': 'a rule about phone numbers',
  'LeadCustomer.name': 'a phone number is found by its form',
  'Department.name_en': 'a department',
  'OpportunityOrganization.owner': 'a name or an id; `owner` of a group chat is an id',
  'ltcReturnedMoneyOne.data.returned_money.returned_money_id': 'a business number',
  'ltcReturnedMoneyOne.data.returned_money.returned_union_id': 'a business number',
};

/** A description without the names of other fields, and without companies. */
const withoutOthers = (text: string) =>
  text.replace(/`[^`]*`/g, '').replace(/customer's company|客户(所在|所属)/g, '');

const holderOf = ({ siblings }: DocumentedField) => Object.fromEntries(siblings.map((name) => [name, '']));

describe('every field of an answer that holds personal data by its description has its kind', () => {
  test.each(WORDS)('%s', (kind, words) => {
    const said = answers.filter(
      ({ name, text, at }) => !(at in NO_VALUE) && words.test(`${name} ${withoutOthers(text)}`),
    );
    const missed = said.filter(
      (field) => kindOfField(field.name, holderOf(field)) !== kind && kindOfKeys(field.name) !== kind,
    );
    expect(missed.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
    expect(said.length).toBeGreaterThan(2);
  });

  test('each exception is a field of today', () => {
    const places = answers.map(({ at }) => at);
    expect(Object.keys(NO_VALUE).filter((at) => !places.includes(at))).toEqual([]);
  });
});

test('no other field of an answer is taken for personal data', () => {
  const taken = answers.filter((field) => {
    const kind = kindOfField(field.name, holderOf(field));
    const words = WORDS.find(([name]) => name === kind)?.[1];
    return words && kind !== 'name' && !words.test(`${field.name} ${field.text}`);
  });
  expect(taken.map(({ at }) => at)).toEqual([]);
});

test('the arguments that take phone numbers as JSON numbers', () => {
  const numeric = requests.filter(
    ({ name, schema }) =>
      kindOfField(name, {}) === 'phone' && /integer|number/.test(String(schema.items?.type ?? schema.type)),
  );
  expect(numeric.map(({ at }) => at).sort()).toEqual([
    'externalUserPackageAdd.phone_list',
    'externalUserPackageUpdate.phone_list',
  ]);
  for (const { at, name } of numeric) expect(numberArguments(at.split('.')[0])).toEqual([name]);
});
