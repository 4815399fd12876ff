import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { afterAll, describe, expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { collect } from '../support/over-server.ts';
import { environmentOf, startExample } from './start-example.ts';

const folder = mkdtempSync(join(tmpdir(), 'weiban-customers-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('customers in SQLite', () => {
  const idsIn = (file: string): unknown[] => {
    const database = new Sqlite(file);
    try {
      return database.prepare('SELECT id FROM customers ORDER BY id').pluck().all();
    } finally {
      database.close();
    }
  };

  test('killed half-way and restarted, it has every customer once', async () => {
    await using sandbox = await startSandbox();
    const weiban = createWeiban({ ...sandbox.clientOptions, limits: false });
    const wanted = (await collect(weiban.externalUser.list.items({ limit: 100 }))).map(({ id }) => id).sort();
    expect(new Set(wanted).size).toBe(1000);
    const file = join(folder, 'killed.db');
    const offsets = () =>
      sandbox.requests
        .filter(({ operation }) => operation === 'externalUserList')
        .map(({ query }) => query.offset);

    // The fifth page never arrives: the process is killed there.
    sandbox.reset();
    sandbox.when('externalUserList', 'stall', { after: 4, times: 1 });
    const first = startExample('sync-customers', [file], environmentOf(sandbox));
    await first.until(/^400 of 1000 customers$/m);
    first.kill('SIGKILL');
    expect(await first.ended).toMatchObject({ code: null });
    expect(idsIn(file)).toHaveLength(400);

    sandbox.reset();
    const second = await startExample('sync-customers', [file], environmentOf(sandbox)).ended;
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining('going on at 300\n') });
    expect(second.output).toContain('done: 1000 customers, 0 gone');
    expect(offsets()).toEqual(['300', '400', '500', '600', '700', '800', '900']);
    expect(idsIn(file)).toEqual(wanted);
  });

  test('a later run deletes removed customers, and a run whose number differs from that of Weiban says so', async () => {
    const file = join(folder, 'again.db');
    for (const [rows, code, said] of [
      [250, 0, 'done: 250 customers, 0 gone'],
      [120, 0, 'done: 120 customers, 130 gone'],
    ] as const) {
      await using sandbox = await startSandbox({ rows });
      const { ended } = startExample('sync-customers', [file], environmentOf(sandbox));
      expect(await ended).toMatchObject({ code, output: expect.stringContaining(said) });
    }
    await using sandbox = await startSandbox({ rows: 5 });
    const customers = ['a', 'a'].map((id) => ({ id, name: id, type: 1, unionid: id, created_at: 1 }));
    const twice = { errcode: 0, errmsg: 'ok', total: 2, external_user_list: customers };
    sandbox.when('externalUserList', { answer: { body: twice } });
    const { ended } = startExample('sync-customers', [file], environmentOf(sandbox));
    expect(await ended).toMatchObject({ code: 1, output: expect.stringContaining('Weiban says 2') });
  });
});
