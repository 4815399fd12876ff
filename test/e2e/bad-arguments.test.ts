import { expect, test } from 'vitest';
import type { CallOptions, PageOptions } from '../../generated/client.ts';
import { createWeiban, type FetchLike } from '../../src/index.ts';
import { all, batches, createCaller, externalUserBatchGet, items, tagList } from '../../src/operations.ts';
import { rejectionOf } from '../support/over-server.ts';

function counting() {
  const paths: string[] = [];
  const fetch: FetchLike = async (url) => {
    paths.push(new URL(url).pathname);
    return Response.json({ errcode: 0, access_token: 't', expires_in: 7200, tag_list: [], total: 0 });
  };
  const options = { corpId: 'c', secret: 's', baseUrl: 'https://weiban.test', fetch };
  return { weiban: createWeiban(options), caller: createCaller(options), paths };
}

const circular: Record<string, unknown> = { name: 'x' };
circular.self = circular;
const deep = JSON.parse(`${'['.repeat(9000)}${']'.repeat(9000)}`);

/** Values that no argument may have, in a query or in a body. */
const values: [name: string, value: unknown, want: RegExp][] = [
  ['NaN', Number.NaN, /NaN/],
  ['Infinity', Number.POSITIVE_INFINITY, /Infinity/],
  ['a Date', new Date(0), /a Date/],
  ['an invalid Date', new Date(Number.NaN), /a Date/],
  ['a Map', new Map([[1, 2]]), /a Map/],
  ['a Set', new Set([1]), /a Set/],
  ['bytes', new Uint8Array([1]), /a Uint8Array/],
  ['a promise', Promise.resolve('x'), /a Promise/],
  ['a URL', new URL('http://x'), /a URL/],
  ['a function', () => 1, /a function/],
  ['a symbol', Symbol('x'), /a symbol/],
  ['undefined in a list', [1, undefined], /undefined in a list/],
  ['a hole in a list', new Array(2), /undefined in a list/],
  ['half an emoji', '😀'.slice(0, 1), /half/],
  ['the other half', 'x😀'.slice(2), /half/],
  ['NaN in a list', [Number.NaN], /NaN/],
  ['a Date in an object', { since: new Date(0) }, /a Date/],
  ['half an emoji in an object', { text: '😀'.slice(0, 1) }, /half/],
  ['an object that contains itself', circular, /circular/i],
  ['an object nested too deeply', deep, /JSON/],
];

const ways: [name: string, argument: string, call: (value: unknown) => PromiseLike<unknown>][] = (() => {
  const { weiban, caller } = counting();
  // A JavaScript program may pass anything.
  const any = (value: unknown) => value as never;
  return [
    ['a query', 'tagList.*limit', (value) => weiban.tag.list({ limit: any(value) })],
    [
      '.result()',
      'tagList.*limit',
      (value) =>
        weiban.tag
          .list({ limit: any(value) })
          .result()
          .then(thrown),
    ],
    [
      'a body',
      'tagGroupAdd.*tag_group',
      (value) => weiban.tagGroup.add({ tag_group: any(value), tag_name_list: [] }),
    ],
    ['JSON in a query', 'staffList.*fields', (value) => weiban.staff.list({ fields: any(value) })],
    ['a function', 'tagList.*limit', (value) => tagList(caller, { limit: any(value) })],
    [
      'http, a query',
      'tagList.*limit',
      (value) => weiban.http.GET('/open-api/tag/list', { params: { query: { limit: any(value) } } }),
    ],
    [
      'http, a body',
      'tagGroupAdd.*body',
      (value) =>
        weiban.http.POST('/open-api/tag_group/add', { body: { tag_group: any(value), tag_name_list: [] } }),
    ],
  ];
})();

/** The error of an outcome, as a rejection. */
function thrown(outcome: { readonly error?: unknown }) {
  throw outcome.error;
}

test.each(
  ways.flatMap(([way, argument, call]) =>
    values.map(([name, value, want]) => [way, name, argument, value, want, call] as const),
  ),
)(
  'by %s, %s is refused, with the operation and the argument',
  async (_way, _name, argument, value, want, call) => {
    const error = await rejectionOf(call(value));
    expect(error).toMatchObject({ name: 'WeibanConfigError', operation: expect.stringMatching(/List|Add/) });
    expect(String(error)).toMatch(new RegExp(argument));
    expect(String(error)).toMatch(want);
  },
);

const notObjects = [null, 'text', 5, [], new Map(), () => 1, Promise.resolve({})];

test.each(notObjects)('%j in place of the arguments is refused', async (given) => {
  const { weiban, caller, paths } = counting();
  const params = given as never;
  for (const call of [
    () => weiban.tag.list(params),
    () => weiban.tag.list(params).result().then(thrown),
    () => tagList(caller, params),
    () => weiban.tag.list.items(params)[Symbol.asyncIterator]().next(),
    () => items(tagList, caller, params)[Symbol.asyncIterator]().next(),
    () => weiban.externalUser.batchGet.all(params),
    () => all(externalUserBatchGet, caller, params),
    () => batches(externalUserBatchGet, caller, params)[Symbol.asyncIterator]().next(),
  ]) {
    const error = await rejectionOf(call());
    expect(error).toMatchObject({ name: 'WeibanConfigError', operation: expect.any(String) });
    expect(String(error)).toMatch(/arguments/);
  }
  expect(paths).toEqual([]);
});

const options: [name: string, options: object | null, want: RegExp | undefined][] = [
  ['none', null, undefined],
  ['a text as a time', { timeout: '30' }, /timeout is 30/],
  ['NaN as a time', { attemptTimeout: Number.NaN }, /attemptTimeout is NaN/],
  ['retry: "x"', { retry: 'x' }, /retry/],
  ['a controller in place of its signal', { signal: new AbortController() }, /signal/],
];

test.each(options)('options: %s', async (_, given, want) => {
  const { weiban } = counting();
  const calls = [
    () => weiban.tag.list({}, given as CallOptions),
    () =>
      weiban.tag.list
        .pages({}, given as PageOptions)
        [Symbol.asyncIterator]()
        .next(),
    () => weiban.externalUser.batchGet.all({ id_list: ['a'] }, given as CallOptions),
  ];
  for (const call of calls) {
    if (want === undefined) await call();
    else {
      const error = await rejectionOf(call());
      expect(error).toMatchObject({ name: 'WeibanConfigError', operation: expect.any(String) });
      expect(String(error)).toMatch(want);
    }
  }
});

test.each([{ concurrency: 0 }, { concurrency: Number.NaN }, { order: 'first-last' }])(
  'the option %j of a list is refused',
  async (given) => {
    const { weiban } = counting();
    const walk = weiban.externalUser.list.items({}, given as object);
    expect(await rejectionOf(walk[Symbol.asyncIterator]().next())).toMatchObject({
      name: 'WeibanConfigError',
      operation: 'externalUserList',
    });
  },
);

test('the error of a pair of options that exclude each other names the pair', async () => {
  const { weiban } = counting();
  // @ts-expect-error the two exclude each other
  const both: PageOptions = { concurrency: 2, order: 'last-first' };
  const first = (walk: AsyncIterable<unknown>) => walk[Symbol.asyncIterator]().next();
  const error = await rejectionOf(first(weiban.externalUser.list.items({}, both as PageOptions)));
  expect(String(error)).toMatch(/externalUserList.*order and concurrency/);
  const uncounted = await rejectionOf(first(weiban.contactWay.storeList.pages({}, both as object)));
  expect(String(uncounted)).toMatch(/contactWayStoreList.*pages by page/);
});

test('a misspelt option of a call is refused with the nearest name', async () => {
  const { weiban, paths } = counting();
  const error = await rejectionOf(weiban.opportunity.one({ id: '1' }, { timeOut: 5 } as object));
  expect(String(error)).toMatch(/opportunityOne.*"timeOut"; did you mean timeout\?/);
  expect(paths).toEqual([]);
});

const misspelt: [given: object, want: RegExp][] = [
  [{ serialNumber: 'x' }, /opportunityOne.*"serialNumber".*serial_number/],
  [{ id: '1', serial_nubmer: 'x' }, /"serial_nubmer".*serial_number/],
  [{ opportunity: 'x' }, /"opportunity".*there is .*serial_number/],
];

test.each(misspelt)('the misspelt argument in %j is refused with the nearest name', async (given, want) => {
  const { weiban, caller, paths } = counting();
  const row = 'GET opportunity/one rr f=serial_number,id';
  for (const call of [
    () => weiban.opportunity.one(given as { id: string }),
    () => caller['~call'](row, given),
  ]) {
    const error = await rejectionOf(call());
    expect(error).toMatchObject({ name: 'WeibanConfigError', operation: 'opportunityOne' });
    expect(String(error)).toMatch(want);
  }
  expect(paths).toEqual([]);
});
