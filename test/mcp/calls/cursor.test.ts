// The rows that an agent gets over several calls are those of a walk of the client.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePaging } from '../../../src/base/operation-row.ts';
import { createCaller } from '../../../src/client/index.ts';
import { itemsOf } from '../../../src/client/lists.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { collect } from '../../support/over-server.ts';
import { argumentsOf, follow, lists, type Read } from './follow-cursors.ts';
import { contextOf, errorOf, servedTools, toolsOf } from './tool-context.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: false, rows: 12 });
});
afterAll(() => sandbox.close());

const callerOf = () => createCaller({ ...sandbox.clientOptions, limits: false, retry: false });

const styles = ['offset', 'page', 'cursor'] as const;
test.each(styles)('three calls give exactly the rows of items(): a list paged by %s', async (style) => {
  const list = lists.find(({ row }) => parsePaging(row).style === style);
  if (!list) throw new Error(`no list is paged by ${style}`);
  const caller = callerOf();
  const input = argumentsOf(list);
  const want = await collect(itemsOf(caller, list.row, input));
  expect(want.length).toBeGreaterThanOrEqual(12);
  const { read } = toolsOf(contextOf(caller, { budget: 100_000 }));
  const { rows, calls } = await follow(read, { operation: list.id, arguments: input, limit: 4 });
  expect(rows).toEqual(want);
  expect(calls).toBeGreaterThanOrEqual(3);
});

describe('a cursor', () => {
  const list = { operation: 'externalUser.list', limit: 3 };
  async function first(read: Read) {
    const { value } = await read({ ...list, arguments: { limit: 5 } });
    return String(value.cursor);
  }

  test.each<[string, (cursor: string) => object]>([
    ['of another operation', (cursor) => ({ operation: 'tag.list', cursor })],
    ['of other arguments', (cursor) => ({ ...list, arguments: { limit: 6 }, cursor })],
    ['without its arguments', (cursor) => ({ ...list, cursor })],
    ['with a changed character', (cursor) => ({ ...list, arguments: { limit: 5 }, cursor: flipped(cursor) })],
    ['that was cut', (cursor) => ({ ...list, arguments: { limit: 5 }, cursor: cursor.slice(0, 20) })],
    [
      'that was made up',
      () => ({ ...list, arguments: { limit: 5 }, cursor: Buffer.from('[40,0,""]').toString('base64url') }),
    ],
    ['that is empty', () => ({ ...list, arguments: { limit: 5 }, cursor: '' })],
  ])('%s is refused, and nothing is sent', async (_, input) => {
    const { read } = toolsOf(contextOf(callerOf()));
    const cursor = await first(read);
    const before = sandbox.requests.length;
    expect(errorOf(await read(input(cursor)))).toMatchObject({ name: 'BadCursor' });
    expect(sandbox.requests.length).toBe(before);
  });

  test('of another server process is refused', async () => {
    const cursor = await first(toolsOf(contextOf(callerOf())).read);
    const { read } = toolsOf(contextOf(callerOf()));
    expect(errorOf(await read({ ...list, arguments: { limit: 5 }, cursor }))).toMatchObject({
      name: 'BadCursor',
    });
  });

  test('says nothing about the position', async () => {
    const { read } = toolsOf(contextOf(callerOf()));
    const [one, two] = [await first(read), await first(read)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toMatch(/\[\d/);
  });

  test('lets the fields and the limit change', async () => {
    const { read } = toolsOf(contextOf(callerOf()));
    const cursor = await first(read);
    const { value } = await read({ ...list, arguments: { limit: 5 }, cursor, limit: 2, fields: ['id'] });
    expect(value.rows).toEqual([{ id: expect.any(String) }, { id: expect.any(String) }]);
  });
});

test('a list that ignores its position ends after its rows', async () => {
  const { server, read } = await servedTools();
  const rows = Array.from({ length: 4 }, (_, id) => ({ id: `t${id}` }));
  server.answer('tag/list', () => ({ body: { errcode: 0, errmsg: 'ok', tag_list: rows } }));
  const { rows: got, calls } = await follow(read, { operation: 'tag.list', limit: 4 });
  expect(got).toEqual(rows);
  expect(calls).toBe(2);
});

test('one call reads a bounded number of pages, and the next goes on', async () => {
  const { server, read } = await servedTools();
  server.answer('external_user/list', ({ query }) => {
    const id = Number(query.get('offset') ?? 0);
    return { body: { errcode: 0, errmsg: 'ok', total: 25, external_user_list: id < 25 ? [{ id }] : [] } };
  });
  const { value } = await read({ operation: 'externalUser.list', limit: 1000 });
  expect(value).toMatchObject({ total: 25, cursor: expect.any(String) });
  expect(value.rows).toHaveLength(20);
  const next = await read({ operation: 'externalUser.list', limit: 1000, cursor: value.cursor });
  expect(next.value.rows).toEqual([20, 21, 22, 23, 24].map((id) => ({ id })));
  expect(next.value).not.toHaveProperty('cursor');
});

function flipped(cursor: string): string {
  const at = Math.floor(cursor.length / 2);
  return `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
}
