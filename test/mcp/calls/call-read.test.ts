import { describe, expect, test } from 'vitest';
import { manualClock } from '../../support/clocks.ts';
import { opportunity } from '../../support/opportunity.ts';
import { errorOf, ONE_PHONE, servedTools } from './tool-context.ts';

const one = { operation: 'opportunity.one', arguments: { id: '1' } };
const customers = [
  { id: 'c1', name: '张三', corp_name: null, gender: 1 },
  { id: 'c2', name: '李四', gender: 2 },
];

async function served() {
  const tools = await servedTools();
  tools.server.answer('opportunity/one', () => ({ body: { errcode: 0, errmsg: 'ok', opportunity } }));
  tools.server.answer('external_user/list', () => ({
    body: { errcode: 0, errmsg: 'ok', total: 2, external_user_list: customers },
  }));
  return tools;
}

describe('call_read answers', () => {
  test('with the answer of an operation without rows', async () => {
    const { read } = await served();
    expect(await read(one)).toEqual({ value: { untrusted: expect.any(String), answer: { opportunity } } });
  });

  test('with rows, the total, and no cursor at the end', async () => {
    const { read } = await served();
    expect(await read({ operation: 'externalUser.list' })).toEqual({
      value: { untrusted: expect.any(String), rows: customers, total: 2 },
    });
  });

  test.each<[string, object, unknown]>([
    [
      'of each row',
      { operation: 'externalUserList', fields: ['name', 'corp_name'] },
      [{ name: '张三', corp_name: null }, { name: '李四' }],
    ],
    ['with a limit', { operation: 'externalUser.list', fields: ['id'], limit: 1 }, [{ id: 'c1' }]],
  ])('with chosen fields: %s', async (_, input, want) => {
    const { read } = await served();
    expect((await read(input)).value.rows).toEqual(want);
  });

  test('with chosen fields of an answer without rows', async () => {
    const { read } = await served();
    expect((await read({ ...one, fields: ['opportunity.stage.name'] })).value.answer).toEqual({
      'opportunity.stage.name': opportunity.stage.name,
    });
  });

  test('with every digit of a large integer', async () => {
    const { server, read } = await served();
    server.answer('opportunity/one', () => ({
      headers: { 'content-type': 'application/json' },
      body: '{"errcode":0,"errmsg":"ok","opportunity":{"id":9007199254740993123,"amount":12}}',
    }));
    expect((await read(one)).value.answer).toEqual({
      opportunity: { id: '9007199254740993123', amount: 12 },
    });
  });
});

describe('call_read refuses, and sends nothing:', () => {
  test.each<[string, object, string, RegExp]>([
    [
      'an unknown operation',
      { operation: 'opportunity.onee' },
      'UnknownOperation',
      /Did you mean opportunity\.one\?/,
    ],
    ['a name without resemblance', { operation: 'qqqqqq' }, 'UnknownOperation', /search_operations/],
    ['a write', { operation: 'tag.add' }, 'WrongTool', /call_write/],
    [
      'the token',
      { operation: 'accessToken.get', arguments: { corp_id: 'a', secret: 'b' } },
      'Forbidden',
      /token/,
    ],
    ['the token by its path', { operation: '/open-api/access_token/get' }, 'Forbidden', /token/],
    ['a misspelt argument', { ...one, arguments: { ide: '1' } }, 'BadArguments', /did you mean id\?/],
    ['no argument', { operation: 'opportunity.one' }, 'BadArguments', /one of id, serial_number/],
    [
      'the token as an argument',
      { ...one, arguments: { id: '1', access_token: 'x' } },
      'BadArguments',
      /access_token/,
    ],
    [
      'a rounded number',
      { ...one, arguments: { id: 9007199254740993000 } },
      'BadArguments',
      /digits as a string/,
    ],
    ['a misspelt field', { ...one, fields: ['opportunity.nmae'] }, 'UnknownField', /Did you mean name\?/],
    ['a cursor without a list', { ...one, cursor: 'x' }, 'BadCursor', /without a cursor/],
  ])('%s', async (_, input, name, words) => {
    const { server, read } = await served();
    const error = errorOf(await read(input));
    expect(error).toMatchObject({ name, message: expect.any(String), advice: expect.any(String) });
    expect(`${error.message} ${error.advice}`).toMatch(words);
    expect(server.seen).toEqual([]);
  });
});

test('the same read is answered five times a minute, then the agent is told how long to wait', async () => {
  const clock = manualClock();
  const { server, read } = await servedTools({}, clock);
  server.answer('opportunity/one', () => ({ body: { errcode: 0, errmsg: 'ok', opportunity } }));
  for (let count = 0; count < 5; count++) expect(await read(one)).not.toHaveProperty('isError');
  await clock.advance(20_000);
  expect(errorOf(await read(one))).toMatchObject({ name: 'Repeated', retryAfterMs: 40_000 });
  expect(server.seenAt('opportunity/one')).toHaveLength(5);
  expect(await read({ ...one, arguments: { id: '2' } })).not.toHaveProperty('isError');
  await clock.advance(40_001);
  expect(await read(one)).not.toHaveProperty('isError');
});

test('pseudonyms in arguments are taken back, and answers are masked after they are clean', async () => {
  const { server, read } = await servedTools({ masker: ONE_PHONE });
  server.answer('opportunity/one', () => ({
    body: { errcode: 0, errmsg: 'ok', opportunity: { name: '138\u200b0013\u20608000' } },
  }));
  const { value } = await read({ operation: 'opportunity.one', arguments: { id: 'mask-1' } });
  expect(value.answer).toEqual({ opportunity: { name: 'mask-1' } });
  expect(server.seenAt('opportunity/one')[0]?.query.get('id')).toBe('13800138000');
});

test('a pseudonym that stands for nothing is refused, and nothing is sent', async () => {
  const { server, read } = await servedTools({ masker: ONE_PHONE });
  const error = errorOf(await read({ operation: 'opportunity.one', arguments: { id: 'mask-2' } }));
  expect(error).toMatchObject({ name: 'UnknownPseudonym', message: expect.stringContaining('mask-2') });
  expect(server.seen).toEqual([]);
});

test('every call leaves a line with names and no values', async () => {
  const { lines, read } = await served();
  await read(one);
  await read({ operation: 'opportunity.one', arguments: { id: '1', 'a value 13800138000': 1 } });
  await read({ operation: 'nothing like it 13800138000' });
  expect(lines).toEqual([
    { tool: 'call_read', operation: 'opportunityOne', arguments: ['id'], outcome: 'ok' },
    { tool: 'call_read', operation: 'opportunityOne', arguments: ['id'], outcome: 'error BadArguments' },
    { tool: 'call_read', arguments: [], outcome: 'error UnknownOperation' },
  ]);
});
