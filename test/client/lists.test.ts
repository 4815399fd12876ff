import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Caller, PageOptions } from '../../generated/client.ts';
import { itemsOf, pagesOf } from '../../src/client/lists.ts';
import { manualClock } from '../support/clocks.ts';
import { rejectionOf } from '../support/over-server.ts';
import { runs } from '../support/runs.ts';

type Asked = Record<string, unknown>;
type Answer = Record<string, unknown>;

const OFFSET = 'GET staff/list rr p=o,rows,total';
const OFFSET_MORE = 'GET staff/list rr p=o,data.rows,,data.more';
const OFFSET_BARE = 'GET staff/list rr p=o,rows';
const PAGE = 'GET staff/list rr p=p,rows,total';
const PAGE_MORE = 'GET staff/list rr p=p,rows,,more';
const CURSOR = 'GET staff/list rr p=c,rows,,,next';
const CURSOR_ROW = 'GET staff/list rr p=c,rows,,,rows.-1.id,,last_id';
const CURSOR_NAMED = 'GET staff/list rr p=c,rows,,more,last,count,from';

/** A caller that answers with a function and keeps the arguments of each call. */
function listOf(answer: (asked: Asked, count: number) => Answer | Promise<Answer>) {
  const asked: Asked[] = [];
  const signals: AbortSignal[] = [];
  const caller: Caller = {
    '~call': (_, params, options) => {
      asked.push({ ...params });
      if (options?.signal) signals.push(options.signal);
      // A walk only awaits this.
      return Promise.resolve(answer({ ...params }, asked.length)) as never;
    },
  };
  const clock = manualClock();
  /** Walks to the end, and moves the clock whenever the walk waits. */
  const settle = async <T>(walk: AsyncIterable<T>) => {
    const got: T[] = [];
    const done = (async () => {
      for await (const item of walk) got.push(item);
    })();
    let isOver = false;
    done.then(
      () => (isOver = true),
      () => (isOver = true),
    );
    for (let turn = 0; turn < 10_000 && !isOver; turn++) await clock.advance(1000);
    await done;
    return got;
  };
  return {
    asked,
    signals,
    clock,
    items: (row: string, params?: Asked, options?: PageOptions) =>
      settle(itemsOf(caller, row, params, options, clock)),
    pages: (row: string, params?: Asked, options?: PageOptions) =>
      settle(pagesOf(caller, row, params, options, clock)),
    walk: (row: string, params?: Asked, options?: PageOptions) =>
      itemsOf(caller, row, params, options, clock),
  };
}

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: at }));
const ids = (found: readonly unknown[]) => found.map((row) => Number(Reflect.get(Object(row), 'id')));
const upTo = (count: number) => rows(count).map(({ id }) => id);

/** A server of the rows `all`, in every paging style at once. */
const serve =
  (all: readonly unknown[], usual = 3, most = 5) =>
  (asked: Asked): Answer => {
    const size = Math.min(most, Number(asked.limit ?? asked.page_size ?? asked.count ?? usual));
    const after = asked.last_id === undefined ? undefined : Number(asked.last_id) + 1;
    const cursor = asked.cursor ?? asked.from ?? after;
    const from =
      cursor !== undefined ? Number(cursor) : Number(asked.offset ?? (Number(asked.page_no ?? 1) - 1) * size);
    const page = all.slice(from, from + size);
    const more = from + size < all.length;
    const next = more ? String(from + size) : '';
    return { rows: page, total: all.length, more, next, last: next, data: { rows: page, more } };
  };

describe.each([OFFSET, OFFSET_MORE, OFFSET_BARE, PAGE, PAGE_MORE, CURSOR, CURSOR_ROW, CURSOR_NAMED])(
  '%s',
  (row) => {
    test.each([0, 1, 3, 6, 7, 20])('yields all of %d rows, once and in order', async (count) => {
      const list = listOf(serve(rows(count)));
      expect(ids(await list.items(row))).toEqual(upTo(count));
    });

    test('yields unchanged pages', async () => {
      const list = listOf(serve(rows(7)));
      expect(await list.pages(row)).toMatchObject([{ total: 7 }, { total: 7 }, { total: 7 }]);
    });

    test('passes the other arguments on', async () => {
      const list = listOf(serve(rows(7)));
      await list.items(row, { staff_id: 'a' });
      for (const asked of list.asked) expect(asked).toMatchObject({ staff_id: 'a' });
    });
  },
);

const starts: [row: string, params: Asked, want: number[]][] = [
  [OFFSET, { offset: 5, limit: 2 }, [5, 6]],
  [PAGE, { page_no: 2, page_size: 5 }, [5, 6]],
  [PAGE_MORE, { page_no: 3 }, [6]],
  [CURSOR, { cursor: '3' }, [3, 4, 5, 6]],
  [CURSOR_NAMED, { from: '3', count: 2 }, [3, 4, 5, 6]],
  [CURSOR_ROW, { last_id: 3 }, [4, 5, 6]],
];

test.each(starts)('%s starts at %j', async (row, params, want) => {
  expect(ids(await listOf(serve(rows(7))).items(row, params))).toEqual(want);
});

test('no row is lost if a server returns fewer rows than requested', async () => {
  expect(ids(await listOf(serve(rows(20))).items(OFFSET, { limit: 100 }))).toEqual(upTo(20));
  expect(ids(await listOf(serve(rows(20))).items(PAGE, { page_size: 100 }))).toEqual(upTo(20));
});

test('a total that is too small does not end a walk', async () => {
  const list = listOf((asked) => ({ ...serve(rows(8))(asked), total: 1 }));
  expect(ids(await list.items(OFFSET))).toEqual(upTo(8));
});

test('a missing total does not end a walk', async () => {
  const list = listOf((asked) => ({ ...serve(rows(8))(asked), total: undefined }));
  expect(ids(await list.items(OFFSET))).toEqual(upTo(8));
});

test('an empty page that must have rows is requested again', async () => {
  const serveAll = serve(rows(7));
  const list = listOf((asked, count) => (count === 2 ? { rows: [], total: 7 } : serveAll(asked)));
  expect(ids(await list.items(OFFSET))).toEqual(upTo(7));
  expect(list.asked.map(({ offset }) => offset)).toEqual([0, 3, 3, 6]);
});

const lies: [name: string, row: string, answer: (asked: Asked) => Answer, message: RegExp, calls: number][] =
  [
    [
      'a total that is too large',
      OFFSET,
      (asked) => ({ ...serve(rows(4))(asked), total: 9 }),
      /empty page although 9 .* pass offset: 4/,
      5,
    ],
    [
      '"more" on the last page',
      PAGE_MORE,
      (asked) => ({ ...serve(rows(3))(asked), more: true }),
      /empty page .* pass page_no: 2/,
      4,
    ],
    [
      'the same page forever',
      OFFSET,
      () => ({ rows: [{ id: 1 }], total: 3 }),
      /same page twice; .* pass offset: 1/,
      2,
    ],
    ['no list', OFFSET, () => ({ rows: 7, total: 3 }), /has no list at rows; .* pass offset: 0/, 1],
  ];

test.each(lies)('%s is an error that says where to continue', async (_, row, answer, message, calls) => {
  const list = listOf(answer);
  const error = await rejectionOf(list.items(row));
  expect(error).toMatchObject({ kind: 'response', problem: 'paging', operation: 'staffList' });
  expect(String(error)).toMatch(message);
  expect(list.asked).toHaveLength(calls);
});

test('a walk ends if the list ignores its offset and has no total', async () => {
  const list = listOf(() => ({ rows: rows(2) }));
  expect(ids(await list.items(OFFSET_BARE))).toEqual([0, 1]);
});

const cycles: [name: string, row: string, said: object, options: PageOptions][] = [
  ['by offset, with a flag', OFFSET_MORE, { more: true }, {}],
  ['by offset, without anything', OFFSET_BARE, {}, {}],
  ['by offset, with a total', OFFSET, { total: 1e9 }, {}],
  ['by offset, several at once', OFFSET, { total: 1e9 }, { concurrency: 3 }],
  ['by offset, backwards', OFFSET, { total: 1e9 }, { order: 'last-first' }],
  ['by page, with a flag', PAGE_MORE, { more: true }, {}],
  ['by page, several at once', PAGE, { total: 1e9 }, { concurrency: 4 }],
  ['by cursor', CURSOR, { next: 'on' }, {}],
];
describe.each(cycles)('a list that goes round in circles ends: %s', (_, row, said, options) => {
  test.each([['A A'], ['A B'], ['A B C'], ['A B A C'], ['A A B'], ['S T A B C D E']])('%s', async (given) => {
    const letters = given.split(' ');
    const round = letters.filter((letter) => letter < 'S');
    let turn = 0;
    const list = listOf((asked) => {
      const size = Number(asked.limit ?? 2);
      // The probe of a walk backwards asks for one row, and its answer does not count.
      const letter = letters[turn] ?? round[(turn - (letters.length - round.length)) % round.length];
      if (size > 1) turn++;
      const rows = Array.from({ length: size }, (__, at) => ({ id: `${letter}${at}` }));
      return { rows, data: { rows, ...said }, ...said };
    });
    const walk = list.pages(row, {}, options);
    if (row === OFFSET_BARE && letters[0] === letters[1]) await walk;
    else expect(await rejectionOf(walk)).toMatchObject({ kind: 'response', problem: 'paging' });
    expect(list.asked.length).toBeLessThan(letters.length * 2 + 10);
  });
});

test('equal pages are not a circle while others come between them', async () => {
  const letters = [...'ABACABADABACABA'];
  const list = listOf(({ offset }) => {
    const rows = letters.slice(Number(offset), Number(offset) + 1);
    return { data: { rows, more: Number(offset) + 1 < letters.length } };
  });
  expect(await list.items(OFFSET_MORE)).toEqual(letters);
});

test('an error of the call passes through unchanged', async () => {
  const list = listOf((asked, count) =>
    count === 2 ? Promise.reject(new Error('down')) : serve(rows(9))(asked),
  );
  expect(await rejectionOf(list.items(OFFSET))).toEqual(new Error('down'));
});

describe('with concurrency', () => {
  test.each([OFFSET, PAGE])('%s keeps the order, whichever page arrives first', async (row) => {
    let running = 0;
    let most = 0;
    const serveAll = serve(rows(40), 4);
    const list = listOf(async (asked, count) => {
      most = Math.max(most, ++running);
      await list.clock.advance(0);
      for (let turn = 0; turn < (count * 7) % 5; turn++) await Promise.resolve();
      running--;
      return serveAll(asked);
    });
    expect(ids(await list.items(row, {}, { concurrency: 3 }))).toEqual(upTo(40));
    expect(most).toBe(3);
  });

  test('requests an empty page again, and the rest of a short page', async () => {
    const serveAll = serve(rows(20), 5);
    const list = listOf((asked, count) => {
      if (count === 2) return { rows: [], total: 20 };
      const answer = serveAll(asked);
      return count === 3 ? { ...answer, rows: [answer.rows].flat().slice(0, 2) } : answer;
    });
    expect(ids(await list.items(OFFSET, {}, { concurrency: 2 }))).toEqual(upTo(20));
  });

  test('follows a total that grows', async () => {
    const list = listOf((asked, count) => serve(rows(count > 3 ? 12 : 8), 2)(asked));
    expect(ids(await list.items(OFFSET, {}, { concurrency: 2 }))).toEqual(upTo(12));
  });

  test('continues page by page if the answer has no total', async () => {
    const list = listOf((asked) => ({ ...serve(rows(8))(asked), total: undefined }));
    expect(ids(await list.items(OFFSET, {}, { concurrency: 4 }))).toEqual(upTo(8));
  });

  test('ignores a total below the number of rows received', async () => {
    const list = listOf((asked) => ({ ...serve(rows(8))(asked), total: 1 }));
    expect(ids(await list.items(OFFSET, {}, { concurrency: 2 }))).toEqual(upTo(8));
  });

  test.each([
    [
      'the same page forever',
      OFFSET,
      () => ({ rows: rows(2), total: 9 }),
      /same page twice; .* pass offset: 2/,
    ],
    [
      'a short page by number',
      PAGE,
      (asked: Asked) => {
        const answer = serve(rows(9))(asked);
        return asked.page_no === 2 ? { ...answer, rows: [{ id: 3 }] } : answer;
      },
      /fewer rows than a page holds; .* pass page_no: 2/,
    ],
  ])('%s is an error', async (_, row, answer, message) => {
    const error = await rejectionOf(listOf(answer).items(row, {}, { concurrency: 2 }));
    expect(error).toMatchObject({ problem: 'paging' });
    expect(String(error)).toMatch(message);
  });

  test('stopping early aborts the pages in flight', async () => {
    const list = listOf((asked, count) =>
      count > 2 ? Promise.reject(new Error('nobody sees this')) : serve(rows(40))(asked),
    );
    for await (const row of list.walk(OFFSET, {}, { concurrency: 4 })) {
      if (ids([row])[0] === 4) break;
    }
    expect(list.signals.at(-1)?.aborted).toBe(true);
  });
});

test('every page gets the caller’s signal', async () => {
  const controller = new AbortController();
  const list = listOf(serve(rows(9)));
  await list.items(OFFSET, {}, { signal: controller.signal, timeout: 7 });
  expect(list.signals).toHaveLength(3);
  expect(list.signals.every((signal) => !signal.aborted || signal !== controller.signal)).toBe(true);
});

describe('from last to first', () => {
  test.each([0, 1, 5, 12])('yields %d rows in reverse order', async (count) => {
    const list = listOf(serve(rows(count)));
    expect(ids(await list.items(OFFSET, {}, { order: 'last-first' }))).toEqual(upTo(count).reverse());
  });

  test('stops at the given offset', async () => {
    const list = listOf(serve(rows(12)));
    expect(ids(await list.items(OFFSET, { offset: 9, limit: 2 }, { order: 'last-first' }))).toEqual([
      11, 10, 9,
    ]);
  });

  test('a list that changes with every answer is an error', async () => {
    const list = listOf((asked, count) => serve(rows(10 + count), 2)(asked));
    const error = await rejectionOf(list.items(OFFSET, {}, { order: 'last-first' }));
    expect(String(error)).toMatch(/changes faster than it can be read/);
  });

  test('each row comes once and in order, whatever is added at the start meanwhile', async () => {
    const change = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(25), fc.integer({ min: 1, max: 6 }), change, async (count, limit, changes) => {
        let all = rows(count);
        let newest = -1;
        const list = listOf((asked, call) => {
          for (const [at, added] of changes.filter(([at]) => at === call)) {
            for (let count = 0; count < added && at; count++) all = [{ id: newest-- }, ...all];
          }
          return serve(all, 3, 4)(asked);
        });
        const found = ids(await list.items(OFFSET, { limit }, { order: 'last-first' }));
        expect(new Set(found).size).toBe(found.length);
        expect(found.slice(0, count)).toEqual(upTo(count).reverse());
        expect(found.slice(count)).toEqual(found.slice(count).sort((a, b) => b - a));
      }),
      { numRuns: runs(60) },
    );
  });
});

const refused: [row: string, options: PageOptions][] = [
  [OFFSET_MORE, { concurrency: 2 }],
  [CURSOR, { concurrency: 2 }],
  [OFFSET_BARE, { order: 'last-first' }],
  [PAGE, { order: 'last-first' }],
  // @ts-expect-error the two exclude each other
  [OFFSET, { order: 'last-first', concurrency: 2 }],
];

test.each(refused)('%s rejects %j', async (row, options) => {
  const list = listOf(serve(rows(3)));
  expect(await rejectionOf(list.items(row, {}, options))).toMatchObject({ kind: 'config' });
  expect(list.asked).toEqual([]);
});
