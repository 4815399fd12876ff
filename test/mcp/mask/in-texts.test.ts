import { expect, test } from 'vitest';
import { createMasker } from '../../../src/mcp/mask/index.ts';

const masker = createMasker({ kinds: ['phone', 'openid', 'unionid', 'email', 'name'] });
const pseudonyms = (value: object) => Object.values(Object(masker.mask(value))).map(String);
const [phone = '', openid = '', email = '', unionid = '', name = ''] = pseudonyms({
  phone: '13800138000',
  openid: 'oABCDEFGHIJKLMNOPQRSTUVWXYZ12',
  email: 'joe@example.com',
  unionid: 'custom-union-1',
  nickname: '张三',
});

test.each<[what: string, given: unknown, want: string | undefined]>([
  ['a pseudonym by itself', phone, undefined],
  ['in a sentence', `打给${phone}吧 ${email}`, undefined],
  ['after the country code', [`+86${phone}`, `86 ${phone}`], undefined],
  ['after a letter', `tel${phone}`, undefined],
  ['in JSON text', JSON.stringify({ a: phone, b: [openid] }), undefined],
  ['beside a number of the model', `${phone} 13900139000`, undefined],
  ['a name, whose form no mask knows', `客户${name}1`, undefined],
  ['after a digit', { a: [`9${phone}`] }, phone],
  ['after half of a percent escape', `%2${phone}`, phone],
  ['an openid after a letter', `x${openid}`, openid],
  ['an openid before a letter', `${openid}x`, openid],
  ['in a name of a member', { [`1${phone}`]: 1 }, phone],
])('a pseudonym that runs together with the text beside it is found: %s', (_, given, want) => {
  expect(masker.runTogether(given)).toBe(want);
});

test('what an error quotes of the arguments is hidden, whatever its form', () => {
  const args = { a: [unionid], b: `客户${name}`, [openid]: 1 };
  expect(masker.hide('no custom-union-1 (张三), code 40001', args)).toBe(
    `no ${unionid} (${name}), code 40001`,
  );
  expect(masker.hide('no custom-union-1', {})).toBe('no custom-union-1');
});

test('digits of a pseudonym are not taken for a value', () => {
  const [short = ''] = pseudonyms({ phone: phone.slice(-4, -1) });
  expect(masker.hide(`${phone} ${phone.slice(-4, -1)}`, [short])).toBe(`${phone} ${short}`);
});
