import { describe, expect, test } from 'vitest';
import { createMasker } from '../../../src/mcp/mask/index.ts';

const ID = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const UNIONID = 'o6_bmasdasdsad6_2sgVt7hMZOPfL';

/** An answer as JSON, with the digits of pseudonyms replaced by #. */
const shape = (value: unknown) => JSON.stringify(value).replace(/_[0-9]{6,}/g, '_#');

describe('texts', () => {
  test.each<[name: string, given: string, want: string]>([
    ['a mobile number', '13812345678', 'phone_#'],
    ['a mobile number among words', '电话13812345678，谢谢', '电话phone_#，谢谢'],
    ['with a country code', '+8613812345678', '+86phone_#'],
    ['with a country code and a space', '+86 138 1234 5678', '+86 phone_#'],
    ['with a country code in brackets', '(+86)138-1234-5678', '(+86)phone_#'],
    ['with 0086', '008613812345678', '0086phone_#'],
    ['in groups of 3, 3 and 5', '138 123 45678', 'phone_#'],
    ['in groups of 4, 4 and 3', '1381-2345-678', 'phone_#'],
    ['with full-width digits', '１３８１２３４５６７８', 'phone_#'],
    ['with zero-width spaces', '138\u200b1234\u200b5678', 'phone_#'],
    ['two of them', '13812345678/13912345678', 'phone_#/phone_#'],
    [
      'after a percent escape',
      'https://a.example/?q=%2013812345678%20',
      'https://a.example/?q=%20phone_#%20',
    ],
    ['a landline', '010-12345678', 'phone_#'],
    ['a landline in brackets', '（0571）8888 8888', 'phone_#'],
    ['a number of Hong Kong', '+852 9123 4567', 'phone_#'],
    ['an e-mail address', '写信给 zhang.san+crm@mail.example.com。', '写信给 email_#。'],
    ['an e-mail address made of a phone number', '13812345678@qq.com', 'email_#'],
    [
      'an e-mail address in a query',
      'https://a.example/?to=a%40b.com&x=1',
      'https://a.example/?to=email_#&x=1',
    ],
    ['a full-width @', 'zhang＠qq.com', 'email_#'],
    ['an openid', ID, 'openid_#'],
    ['a unionid among words', `客户 ${UNIONID}。`, '客户 openid_#。'],
    ['an openid after an escape', `x%22${ID}%22`, 'x%22openid_#%22'],
    ['an openid after an escaped line end', `x\\n${ID}`, 'x\\nopenid_#'],
    ['a text like a pseudonym', 'phone_123456 email_1234567', 'text_# text_#'],
    ['a text like a pseudonym with a phone number', 'phone_13812345678', 'text_#'],
  ])('%s', (_, given, want) => {
    const { mask, unmask } = createMasker();
    const masked = mask(given);
    expect(shape(masked)).toBe(JSON.stringify(want));
    expect(mask(given)).toBe(masked);
    expect(unmask(masked)).toBe(given);
  });

  test.each([
    ['Unix seconds', '1701388800'],
    ['Unix milliseconds', '1701388800000'],
    ['an id of 19 digits', '1381234567890123456'],
    ['a date', '2024-01-15 13:52:20'],
    ['an id of a customer', 'wmSANDBOX0abcdefg00001AAAAAAAAAAA'],
    ['a long word', 'organization_correlation_tim'],
    ['an amount', '13812345.67'],
    ['an at sign', '@所有人 明天见'],
  ])('%s stays', (_, text) => {
    expect(createMasker().mask({ text })).toEqual({ text });
  });
});

describe('fields', () => {
  test.each<[name: string, given: object, want: string]>([
    ['a phone in another form', { phone: '9123 4567' }, '{"phone":"phone_#"}'],
    ['a phone with its country code', { mobile: '+86 13812345678' }, '{"mobile":"+86 phone_#"}'],
    ['a list', { phone_list: ['9123', '9124'] }, '{"phone_list":["phone_#","phone_#"]}'],
    ['JSON text', { remark_mobiles: '["9123"]' }, '{"remark_mobiles":"[\\"phone_#\\"]"}'],
    ['a unionid in another form', { unionid: 'UX1' }, '{"unionid":"unionid_#"}'],
    ['an openid in a list of objects', { l: [{ openid: 'x' }] }, '{"l":[{"openid":"openid_#"}]}'],
    ['an empty text', { email: '', phone: null, mobile: 0 }, '{"email":"","phone":null,"mobile":0}'],
    ['a flag', { phone: true }, '{"phone":true}'],
    ['a number', { phone: 13812345678 }, '{"phone":"phone_#"}'],
    ['a number elsewhere', { value: 13812345678 }, '{"value":"phone_#"}'],
    ['a number that is none', { id: 1701388800, t: 1701388800000 }, '{"id":1701388800,"t":1701388800000}'],
    ['a large integer', { id: 1381234567890123456n, u: 1 }, '{"id":"n","u":1}'],
    [
      'keys',
      { fail_list: { 9123: 'x' }, [ID]: { 'a@b.com': 1 } },
      '{"fail_list":{"phone_#":"x"},"openid_#":{"email_#":1}}',
    ],
    ['a name', { name: '张三', gender: 1 }, '{"name":"张三","gender":1}'],
    ['a business number', { returned_union_id: '1900' }, '{"returned_union_id":"1900"}'],
    ['a key __proto__', JSON.parse('{"__proto__":{"phone":"1"}}'), '{"__proto__":{"phone":"phone_#"}}'],
    [
      'JSON text in JSON text',
      { t: JSON.stringify({ a: JSON.stringify({ unionid: 'u', n: 13812345678 }) }) },
      '{"t":"{\\"a\\":\\"{\\\\\\"unionid\\\\\\":\\\\\\"unionid_#\\\\\\",\\\\\\"n\\\\\\":\\\\\\"phone_#\\\\\\"}\\"}"}',
    ],
    ['JSON text with a name twice', { t: '{"unionid":"u1","unionid":""}' }, '{"t":"{\\"unionid\\":\\"\\"}"}'],
  ])('%s', (name, given, want) => {
    const { mask, unmask } = createMasker();
    const masked = mask(given);
    const text = shape(
      JSON.parse(JSON.stringify(masked, (_, item) => (typeof item === 'bigint' ? 'n' : item))),
    );
    expect(text).toBe(want);
    if (!name.endsWith('twice')) expect(unmask(masked)).toEqual(given);
  });

  test('the same value has the same pseudonym in every field and text', () => {
    const { mask } = createMasker();
    const [first, second] = mask([{ unionid: ID, openid: ID }, `客户 ${ID}`]) as [
      Record<string, string>,
      string,
    ];
    expect(first.unionid).toMatch(/^unionid_\d{6}$/);
    expect(first.openid).toBe(first.unionid);
    expect(second).toBe(`客户 ${first.unionid}`);
  });
});

describe('kinds', () => {
  const given = {
    phone: '13812345678',
    unionid: ID,
    openid: ID,
    email: 'a@b.com',
    name: '张三',
    staff_name: '李四',
    gender: 1,
    tag: { name: '重要' },
  };

  test('names by choice, those of persons alone', () => {
    const { mask } = createMasker({ kinds: ['name'] });
    expect(shape(mask(given))).toBe(shape({ ...given, name: 'name_#', staff_name: 'name_#' }));
  });

  test('one kind alone', () => {
    const { mask } = createMasker({ kinds: ['unionid'] });
    expect(shape(mask(given))).toBe(shape({ ...given, unionid: 'unionid_#', openid: 'unionid_#' }));
  });

  test('no kind', () => {
    const { mask, unmask, unknown } = createMasker({ kinds: [] });
    expect(mask(given)).toEqual(given);
    expect(unmask('phone_123456')).toBe('phone_123456');
    expect(unknown('phone_123456')).toEqual([]);
  });
});

describe('arguments', () => {
  const { mask, unmask, unknown } = createMasker();
  const phone = mask('13812345678') as string;
  const id = mask({ unionid: ID }) as { unionid: string };

  test('a pseudonym anywhere becomes its value', () => {
    const given = {
      a: phone,
      b: [`${phone}、${id.unionid}`],
      [id.unionid]: { [phone]: 1 },
      json: `{"x":"${phone}"}`,
    };
    const want = {
      a: '13812345678',
      b: [`13812345678、${ID}`],
      [ID]: { 13812345678: 1 },
      json: '{"x":"13812345678"}',
    };
    expect(unmask(given)).toEqual(want);
    expect(unknown(given)).toEqual([]);
  });

  test('a value with quotes stays one value in JSON text', () => {
    const masked = mask({ email: 'a"b\\@x' }) as { email: string };
    expect(JSON.parse(unmask(`{"x":"${masked.email}"}`) as string)).toEqual({ x: 'a"b\\@x' });
  });

  test('an operation gets numbers where it takes numbers', () => {
    const args = { name: '人群', phone_list: [phone, 13912345678, 'x'] };
    expect(unmask(args, 'externalUserPackageAdd')).toEqual({
      name: '人群',
      phone_list: [13812345678, 13912345678, 'x'],
    });
    expect(unmask(args, 'externalUserPackageAddData')).toEqual({
      name: '人群',
      phone_list: ['13812345678', 13912345678, 'x'],
    });
  });

  test('an unknown pseudonym stays and is named', () => {
    const digits = phone.slice(-6);
    const given = { a: [`openid_${digits}`], [`email_${digits}`]: `x phone_${digits}1` };
    expect(unmask(given)).toEqual(given);
    expect(unknown(given)).toEqual([`openid_${digits}`, `email_${digits}`, `phone_${digits}1`]);
  });
});

describe('hostile answers', () => {
  test('a customer named like the pseudonym of another is not that one', () => {
    const { mask, unmask, unknown } = createMasker();
    const phone = mask('13812345678') as string;
    const [first, ...names] = mask([phone, `x${phone}`, { [phone]: phone }]) as unknown[];
    expect(first).toMatch(/^text_/);
    expect(unmask(first)).toBe(phone);
    expect(unmask(unmask(first))).toBe('13812345678');
    expect(unmask(names)).toEqual([`x${phone}`, { [phone]: phone }]);
    expect(unknown(first)).toEqual([]);
  });

  test('a value put together of pseudonyms is taken back once', () => {
    const { mask, unmask } = createMasker();
    const phone = mask('13812345678') as string;
    const masked = mask({ email: phone }) as { email: string };
    expect(unmask(masked)).toEqual({ email: phone });
  });

  test('long texts take linear time', () => {
    const { mask } = createMasker();
    const hostile = [
      'a',
      '1',
      '13',
      'o',
      '@',
      'a@',
      '+1',
      '0571-',
      '138 1234 ',
      '%40',
      'phone_',
      'oA_',
      '\\u0031',
    ];
    for (const part of hostile) {
      const text = `${part.repeat(100_000 / part.length)}@x`;
      const start = performance.now();
      mask(text);
      expect([part, performance.now() - start < 1000]).toEqual([part, true]);
    }
  });

  test('no digits come twice, and old ones do not come back for another value', () => {
    const { mask, unmask, unknown } = createMasker({ maxCharacters: 20_000 });
    const seen = new Map<string, string>();
    for (let at = 0; at < 20_000; at++) {
      const email = `user${at}@example.com`;
      const pseudonym = mask(email) as string;
      expect(seen.get(pseudonym)).toBeUndefined();
      seen.set(pseudonym, email);
    }
    const known = [...seen].filter(([pseudonym]) => unknown(pseudonym).length === 0);
    expect(known.length).toBeGreaterThan(100);
    expect(known.length).toBeLessThan(200);
    for (const [pseudonym, email] of known) expect(unmask(pseudonym)).toBe(email);
  });
});

test('what a program made of masked answers keeps its pseudonyms, and is masked by form alone', () => {
  const { mask, maskAgain, unmask } = createMasker();
  const masked = mask({ unionid: ID, phone: '9123' }) as { unionid: string; phone: string };
  const made = {
    ...masked,
    email: 3,
    text: `x ${masked.phone}`,
    found: ['13812345678'],
    odd: 'phone_1234567',
  };
  const again = maskAgain(made) as typeof made;
  expect(again).toMatchObject({ ...masked, email: 3, text: `x ${masked.phone}` });
  expect(shape(again.found)).toBe('["phone_#"]');
  expect(shape(again.odd)).toBe('"text_#"');
  expect(unmask(again)).toMatchObject({ unionid: ID, phone: '9123', found: ['13812345678'] });
});
