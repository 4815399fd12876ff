import { expect, test } from 'vitest';
import { externalUserList, items, pages } from '../../src/operations.ts';
import type { FakeAnswer } from '../support/fake-weiban.ts';
import { collect, rejectionOf, serveWithoutWaiting } from '../support/over-server.ts';

type Seen = { readonly query: URLSearchParams; readonly body: string };

const all = Array.from({ length: 25 }, (_, at) => ({ id: `row-${at}` }));

/** Answers with the part of a list that the query or the body requests. */
const serve =
  (answer: (rows: object[], from: number, size: number) => object) =>
  ({ query, body }: Seen): FakeAnswer => {
    const asked: Record<string, unknown> = { ...Object.fromEntries(query), ...JSON.parse(body || '{}') };
    const size = Number(asked.limit ?? asked.page_size ?? 10);
    const from = asked.page_no ? (Number(asked.page_no) - 1) * size : Number(asked.offset ?? 0);
    return { body: answer(all.slice(from, from + size), from, size) };
  };

const hasMore = (from: number, size: number) => from + size < all.length;

test('a list by offset, with a total', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer(
    'external_user/list',
    serve((rows) => ({ errcode: 0, external_user_list: rows, total: 25 })),
  );
  const walks = [
    weiban.externalUser.list.items(),
    weiban.externalUser.list.items({ limit: 4 }, { concurrency: 3 }),
    items(externalUserList, weiban, { limit: 7 }),
  ];
  for (const walk of walks) expect(await collect(walk)).toEqual(all);
  expect(await collect(weiban.externalUser.list.items({}, { order: 'last-first' }))).toEqual(
    all.toReversed(),
  );
  const sizes = (await collect(pages(externalUserList, weiban, { offset: 20, limit: 3 }))).map(
    (page) => page.external_user_list.length,
  );
  expect(sizes).toEqual([3, 2]);
});

test('a list by offset, with a flag for more', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer(
    'quick_reply_v3/list',
    serve((rows, from, size) => ({ errcode: 0, objects: rows, has_next: hasMore(from, size) })),
  );
  expect(await collect(weiban.quickReplyV3.list.items({ limit: 10 }))).toEqual(all);
});

test('a list by page in the query, nested in the answer and in the other envelope', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer(
    'contact_way/store/list',
    serve((rows, from, size) => ({
      status_code: 200,
      success: true,
      data: { objects: rows, has_next: hasMore(from, size) },
    })),
  );
  const found = await collect(weiban.contactWay.storeList.items({ page_no: 2, page_size: 10 }));
  expect(found).toEqual(all.slice(10));
});

test('a list by page in the body', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer(
    'contact/list',
    serve((rows, from, size) => ({
      errcode: 0,
      objects: rows,
      has_next: hasMore(from, size),
      total_count: 25,
    })),
  );
  const found = weiban.contact.list.items({ page_no: 1, page_size: 10 }, { concurrency: 2 });
  expect(await collect(found)).toEqual(all);
});

test('a business error ends the walk unchanged; an empty page is requested again and then an error', async () => {
  const { server, weiban } = await serveWithoutWaiting();
  server.answer('external_user/list', () => ({ body: { errcode: 20201, errmsg: '?' } }));
  expect(await rejectionOf(collect(weiban.externalUser.list.items()))).toMatchObject({
    reason: 'StaffNotFound',
  });
  server.answer('external_user/list', () => ({ body: { errcode: 0, external_user_list: [], total: 3 } }));
  expect(await rejectionOf(collect(weiban.externalUser.list.items()))).toMatchObject({
    problem: 'paging',
  });
  expect(server.seenAt('external_user/list')).toHaveLength(4);
});
