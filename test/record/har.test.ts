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
  readonly answer?: object | string;
  readonly encoding?: string;
}

const entry = ({
  url = `${origin}/open-api/external_user/list?access_token=${token}`,
  method = 'GET',
  body,
  answer = list,
  encoding,
}: Entry) => ({
  request: {
    method,
    url,
    headers: [{ name: 'Cookie', value: token }],
    ...(body === undefined ? {} : { postData: { text: body } }),
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

const skipped: readonly (readonly [why: string, object | null])[] = [
  ['another server', entry({ url: 'https://example.org/open-api/external_user/list' })],
  ['another server', entry({ url: 'http://open.weibanzhushou.com/open-api/external_user/list' })],
  ['a path that the specification does not know', entry({ url: `${origin}/open-api/no/such` })],
  ['a path that the specification does not know', entry({ method: 'POST' })],
  ['no JSON in the answer', entry({ answer: '<html>' })],
  ['no JSON in the answer', entry({ answer: '[1]' })],
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
