// A nightly job that asks only for what changed since the last time, page by page.
import { expect, test } from 'vitest';
import { createWeiban, type Weiban } from '../../src/index.ts';
import { createSandbox, type SandboxCore } from '../../src/sandbox/index.ts';
import { type ManualClock, manualClock } from '../support/clocks.ts';
import { collect } from '../support/over-server.ts';

const ROWS = 120;
const SIZE = 7;
const LAST_RUN = Date.UTC(2024, 6, 1) / 1000;
const TODAY = Date.UTC(2026, 10, 27) / 1000;

function start(seed = 1): { sandbox: SandboxCore; weiban: Weiban; clock: ManualClock } {
  const clock = manualClock(TODAY * 1000);
  const sandbox = createSandbox({ limits: false, rows: ROWS, seed, clock });
  const { corpId, secret } = sandbox;
  const weiban = createWeiban({
    corpId,
    secret,
    clock,
    limits: false,
    retry: false,
    fetch: (url, init) => sandbox.handle(new Request(url, init)),
  });
  return { sandbox, weiban, clock };
}

test('customers that changed since the last run, over many pages, and nobody else', async () => {
  const { sandbox, weiban } = start();
  const changedSince = (start_update_time: number) =>
    collect(
      weiban.externalUser.updateList.items({ source: 'external_user', start_update_time, limit: SIZE }),
    );
  const everybody = await changedSince(0);
  expect(everybody).toHaveLength(ROWS);
  const want = everybody.filter(({ updated_at = 0 }) => updated_at >= LAST_RUN).map(({ id }) => id);
  const first = await changedSince(LAST_RUN);
  expect(first.map(({ id }) => id)).toEqual(want);
  expect(want.length).toBeGreaterThan(2 * SIZE);
  expect(want.length).toBeLessThan(ROWS - 2 * SIZE);

  // The newest change is the next starting point. One more customer changes after it.
  const newest = Math.max(...first.map(({ updated_at = 0 }) => updated_at));
  sandbox.put('externalUserUpdateList', { ...first[3], name: '改名了', updated_at: newest + 60 });
  expect((await changedSince(newest + 1)).map(({ name }) => name)).toEqual(['改名了']);
  expect(await changedSince(newest + 61)).toEqual([]);
});

test('customers recorded since the last run, the oldest first, so that new ones come after what was read', async () => {
  const { sandbox, weiban } = start();
  const since = (start_time: number) =>
    collect(weiban.externalUser.list.items({ start_time, order: 'asc', limit: SIZE }));
  const all = await since(0);
  const recorded = await since(LAST_RUN);
  expect(recorded).toEqual(all.filter(({ created_at = 0 }) => created_at >= LAST_RUN));
  expect(recorded.length).toBeGreaterThan(2 * SIZE);
  sandbox.put('externalUserList', { ...all[0], id: 'wmNEW', created_at: TODAY });
  expect((await since(LAST_RUN)).map(({ id }) => id)).toEqual([...recorded.map(({ id }) => id), 'wmNEW']);
});

test('a window from day to day reads every change once', async () => {
  const { weiban } = start(7);
  const all = await collect(weiban.externalUser.updateList.items({ source: 'external_user', limit: 100 }));
  const seen: unknown[] = [];
  for (let month = 0; month < 13; month++) {
    const start_update_time = Date.UTC(2024, month, 1) / 1000;
    const end_update_time = Date.UTC(2024, month + 1, 1) / 1000 - 1;
    const window = { source: 'external_user', start_update_time, end_update_time, limit: SIZE } as const;
    seen.push(...(await collect(weiban.externalUser.updateList.items(window))));
  }
  expect(seen).toHaveLength(ROWS);
  expect(new Set(seen.map((row) => JSON.stringify(row)))).toEqual(
    new Set(all.map((row) => JSON.stringify(row))),
  );
});

test('what a call writes has the time of the call', async () => {
  const { weiban, clock } = start();
  await clock.advance(3_600_000);
  const now = TODAY + 3600;
  await weiban.tag.create({ tag_group_id: 'etGROUP', tag_name_list: ['今天'] });
  const created = await collect(weiban.tag.v2List.items({ start_time: now, limit: SIZE }));
  expect(created.map(({ tag_name }) => tag_name)).toEqual(['今天']);
  expect(await collect(weiban.tag.v2List.items({ start_time: now + 1, limit: SIZE }))).toEqual([]);
});

test('the same seed spreads the same times, another seed others', async () => {
  const timesOf = async (seed: number) =>
    (await collect(start(seed).weiban.externalUser.list.items({ limit: 100 }))).map(
      ({ created_at }) => created_at,
    );
  const times = await timesOf(1);
  expect(new Set(times).size).toBe(ROWS);
  expect(await timesOf(1)).toEqual(times);
  expect(await timesOf(2)).not.toEqual(times);
});
