// The client walks every list with pages, with the sandbox as its server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPaged, parsePaging } from '../../src/base/operation-row.ts';
import { itemsOf } from '../../src/client/lists.ts';
import { createWeiban, type Weiban } from '../../src/index.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';
import { collect } from '../support/over-server.ts';

const ROWS = 23;
const SIZE = 5;
const lists = exampleCalls.filter(({ row }) => isPaged(row));

let sandbox: Sandbox;
let weiban: Weiban;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: false, rows: ROWS });
  weiban = createWeiban({ ...sandbox.clientOptions, limits: false, retry: false });
});
afterAll(() => sandbox.close());

test('there are lists to walk', () => expect(lists.length).toBeGreaterThan(30));

describe.each(lists.map((list) => [list.id, list] as const))('%s', (_, { row, params }) => {
  const { style, total, size, position } = parsePaging(row);
  // Without a start position, and without a name, whose documented example matches only one row.
  const kept = Object.entries(params).filter(([name]) => name !== position && name !== 'name');
  const asked = { ...Object.fromEntries(kept), [size]: SIZE };
  const isCounted = total !== '' && style !== 'cursor';
  const walk = (options?: object) => collect(itemsOf(weiban, row, asked, options));

  test('is walked to its end, each row once, in every way that its style supports', async () => {
    const rows = await walk();
    expect(rows.length).toBeGreaterThanOrEqual(ROWS);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    if (isCounted) expect(await walk({ concurrency: 3 })).toEqual(rows);
    if (isCounted && style === 'offset')
      expect(await walk({ order: 'last-first' })).toEqual(rows.toReversed());
  });
});
