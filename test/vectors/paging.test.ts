import { describe, expect, test } from 'vitest';
import vectors from 'weiban-openapi/vectors/paging.json' with { type: 'json' };
import type { Caller } from '../../generated/client.ts';
import * as rows from '../../generated/operations.ts';
import { isPaged } from '../../src/base/operation-row.ts';
import { itemsOf } from '../../src/client/lists.ts';
import { manualClock } from '../support/clocks.ts';
import { casesOf } from './cases.ts';

interface ListPaths {
  readonly rows: string;
  readonly total?: string;
  readonly more?: string;
  readonly next?: string;
  readonly arguments?: unknown;
}

interface Given {
  readonly arguments: object;
  readonly answers: readonly Readonly<Record<string, unknown>>[];
}

interface Want {
  readonly requests: readonly object[];
  readonly rows: readonly string[];
  readonly error?: boolean;
}

const kinds = Object.entries<{ lists: Readonly<Record<string, ListPaths>> }>(vectors.kinds);

describe.each(kinds)('%s', (kind, { lists }) => {
  test.each(casesOf<Given, Want>(vectors, kind))('%s', async (_, given, want) => {
    for (const [id, paths] of Object.entries(lists))
      expect(await walk(id, paths, given), id).toEqual({ ...want, error: want.error ?? false });
  });
});

test('every list of the specification has a kind, with the arguments of that kind', () => {
  const paged = Object.entries(rows).flatMap(([id, row]) =>
    typeof row === 'string' && /^(GET|POST) /.test(row) && isPaged(row) ? id : [],
  );
  const lists = kinds.flatMap(([, kind]) => Object.entries(kind.lists));
  expect(lists.map(([id]) => id).sort()).toEqual(paged.filter((id) => id !== 'tokenRow').sort());
  expect(paged.length).toBeGreaterThan(40);
  // The cases name the arguments of the kind, so no list of it may have others.
  expect(lists.filter(([, { arguments: others }]) => others !== undefined)).toEqual([]);
});

/** Walks a list that is answered as the vector says. */
async function walk(id: string, paths: ListPaths, { arguments: params, answers }: Given) {
  const requests: object[] = [];
  const caller: Caller = {
    '~call': (_, asked) => {
      requests.push({ ...asked });
      const answer = answers[requests.length - 1];
      // A walk only awaits this.
      return (
        answer ? Promise.resolve(written(paths, answer)) : Promise.reject(new Error('not expected'))
      ) as never;
    },
  };
  const clock = manualClock();
  const found: string[] = [];
  const ended: string[] = [];
  const done = (async () => {
    for await (const row of itemsOf(caller, String(Reflect.get(rows, id)), params, undefined, clock))
      found.push(String(Reflect.get(Object(row), 'id')));
  })().then(
    () => void ended.push('done'),
    (error: unknown) => {
      if (Reflect.get(Object(error), 'problem') !== 'paging') throw error;
      ended.push('failed');
    },
  );
  for (let turn = 0; turn < 10 && ended.length === 0; turn++) await clock.advance(1000);
  await done;
  return { requests, rows: found, error: ended[0] === 'failed' };
}

/** An answer of a list with these parts at its paths. The next position of a cursor is in the last row. */
function written(paths: ListPaths, { rows: ids, ...said }: Readonly<Record<string, unknown>>): object {
  const answer: Record<string, unknown> = {};
  put(answer, paths.rows, Array.isArray(ids) ? ids.map((id) => ({ id })) : ids);
  for (const [part, value] of Object.entries(said)) {
    const path = String(Reflect.get(paths, part));
    if (!path.includes('.-1.')) put(answer, path, value);
  }
  return answer;
}

function put(object: Record<string, unknown>, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) object[name] = value;
  else {
    const inner = Object(object[name] ?? {});
    object[name] = inner;
    put(inner, rest.join('.'), value);
  }
}
