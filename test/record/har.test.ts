import { describe, expect, test } from 'vitest';
import { readHar } from '../../scripts/record/read-har.ts';
import { readSpecification } from '../../scripts/record/run-shape.ts';

const { model } = readSpecification('spec');
const origin = 'https://open.weibanzhushou.com';
const token = 'zz-token-of-the-har-file';
const list = { errcode: 0, errmsg: 'ok', total: 0, external_user_list: [] };

interface Entry {
  readonly url?: string;
  readonly method?: string;
  readonly body?: string;
  readonly params?: readonly { name: string; value?: string }[];
  readonly mimeType?: string;
  readonly answer?: object | string;
  readonly encoding?: string;
}

const entry = ({
  url = `${origin}/open-api/external_user/list?access_token=${token}`,
  method = 'GET',
  body,
  params,
  mimeType,
  answer = list,
  encoding,
}: Entry) => ({
  request: {
    method,
    url,
    headers: [{ name: 'Cookie', value: token }],
    ...(body === undefined && params === undefined ? {} : { postData: { text: body, params, mimeType } }),
  },
  response: {
    status: 200,
    content: { text: typeof answer === 'string' ? answer : JSON.stringify(answer), encoding },
  },
});
const read = (...entries: readonly (object | null)[]) =>
  readHar(JSON.stringify({ log: { entries } }), 'some.har', model, origin);

test('an answer has its arguments as the method takes them, without the token', () => {
  const url = `${origin}/open-api/external_user/list?access_token=${token}&limit=10&staff_id=00123`;
  const { answers, secrets } = read(entry({ url }));
  expect(answers).toEqual([
    {
      operation: 'externalUserList',
      params: { limit: 10, staff_id: '00123' },
      status: 200,
      text: JSON.stringify(list),
      isSuccess: true,
    },
  ]);
  expect([...secrets]).toEqual([token]);
});

test('a JSON body becomes arguments, and a base64 answer is decoded', () => {
  const answer = { errcode: 20205, errmsg: '太多' };
  const { answers } = read(
    entry({
      url: `${origin}/open-api/external_user/batch_get`,
      method: 'POST',
      body: JSON.stringify({ id_list: ['a'] }),
      answer: Buffer.from(JSON.stringify(answer)).toString('base64'),
      encoding: 'base64',
    }),
  );
  expect(answers).toMatchObject([
    { operation: 'externalUserBatchGet', params: { id_list: ['a'] }, isSuccess: false },
  ]);
});

const route = { url: `${origin}/open-api/external_user/batch_get`, method: 'POST' };
const form = 'application/x-www-form-urlencoded';
const sent: readonly (readonly [name: string, given: Partial<Entry>, want: object])[] = [
  ['the fields of a form', { params: [{ name: 'tag', value: '张三' }] }, { tag: '张三' }],
  [
    'a list among them as JSON',
    { mimeType: 'application/json', params: [{ name: 'id_list', value: '["a"]' }] },
    { id_list: ['a'] },
  ],
  ['a field without a value', { params: [{ name: 'tag' }] }, { tag: '' }],
  [
    'the fields of an encoded form',
    { mimeType: form, params: [{ name: 'tag', value: '%E5%BC%A0+1' }] },
    { tag: '张 1' },
  ],
  [
    'the text of an encoded form',
    { mimeType: `${form}; charset=UTF-8`, body: 'tag=%E5%BC%A0+1' },
    { tag: '张 1' },
  ],
  [
    'text and fields, where the text is the JSON',
    { body: '{"id_list":["b"]}', params: [{ name: 'x', value: 'y' }] },
    { id_list: ['b'] },
  ],
  ['a JSON body after a byte order mark', { body: '\ufeff{"id_list":["b"]}' }, { id_list: ['b'] }],
];
test.each(sent)('arguments come from %s', (_, given, want) => {
  expect(read(entry({ ...route, ...given })).answers).toMatchObject([{ params: want }]);
});

test('a token in the fields of a form is a secret and no argument', () => {
  const { answers, secrets } = read(entry({ ...route, params: [{ name: 'access_token', value: 'canary' }] }));
  expect(answers).toMatchObject([{ params: {} }]);
  expect([...secrets]).toEqual(['canary']);
});

test('a byte order mark before the file or before an answer changes nothing', () => {
  const { answers } = read(entry({}));
  const text = JSON.stringify({ log: { entries: [entry({ answer: `\ufeff${JSON.stringify(list)}` })] } });
  expect(readHar(`\ufeff${text}`, 'some.har', model, origin).answers).toEqual(answers);
});

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
const skipped: readonly (readonly [why: string, object | null])[] = [
  ['another server', entry({ url: 'https://example.org/open-api/external_user/list' })],
  ['another server', entry({ url: 'http://open.weibanzhushou.com/open-api/external_user/list' })],
  ['a path that the specification does not know', entry({ url: `${origin}/open-api/no/such` })],
  ['a path that the specification does not know', entry({ method: 'POST' })],
  ['no JSON in the answer', entry({ answer: '<html>' })],
  ['no JSON in the answer', entry({ answer: '[1]' })],
  ['JSON nested too deep', entry({ answer: `{"errcode":0,"external_user_list":${deep}}` })],
  ['JSON nested too deep', entry({ ...route, body: `{"a":${deep}}` })],
  ['no HTTP request', { request: {} }],
  ['no HTTP request', null],
];
describe('an entry is skipped and counted', () => {
  test.each(skipped)('%s', (why, given) => {
    expect(read(given)).toMatchObject({ answers: [], skipped: { [why]: 1 } });
  });

  test('a request for a token, but its token and credentials count as secrets', () => {
    const given = entry({
      url: `${origin}/open-api/access_token/get`,
      method: 'POST',
      body: JSON.stringify({ corp_id: 'corp-1', secret: 'the secret' }),
      answer: { errcode: 0, access_token: token },
    });
    const { answers, skipped: counts, secrets } = read(given);
    expect([answers, counts]).toEqual([[], { 'a request for a token': 1 }]);
    expect([...secrets].sort()).toEqual(['corp-1', 'the secret', token]);
  });
});

test.each(['', '{}', '[]', '{"log":{}}', 'null'])('%j is not a HAR file', (text) => {
  expect(() => readHar(text, 'some.har', model, origin)).toThrow(
    /some\.har is not a HAR file\n {4}fix: save the requests as HAR/,
  );
});
