// Copies all customers into SQLite, and resumes after it was stopped or killed: a page and the position after it are
// saved in one transaction. Run it again later to update the copy; customers that Weiban no longer lists are deleted.
//
//   npm install weiban-openapi libsql
//   WEIBAN_CORP_ID=… WEIBAN_SECRET=… npx tsx sync-customers.ts customers.db
//
// libsql reads and writes SQLite files, and installs without a compiler; better-sqlite3 has the same calls.
//
// WEIBAN_BASE_URL points it to a sandbox. Exit code 0: the copy is complete; 1: customers changed meanwhile, run it
// again.

import Database from 'libsql';
import { createWeiban } from 'weiban-openapi';

const PAGE = 100;

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL, timeout: Infinity });
const database = new Database(process.argv[2] ?? 'customers.db');
database.pragma('journal_mode = WAL');
database.exec(`
  CREATE TABLE IF NOT EXISTS customers (
    id TEXT PRIMARY KEY, name TEXT, unionid TEXT, created_at INTEGER, round INTEGER NOT NULL
  ) STRICT;
  -- One row: the current round, and how many of its customers are saved.
  CREATE TABLE IF NOT EXISTS progress (
    only INTEGER PRIMARY KEY CHECK (only = 1), round INTEGER NOT NULL, place INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO progress VALUES (1, 1, 0);
`);

const setPlace = database.prepare('UPDATE progress SET place = ?');
const keep = database.prepare(`
  INSERT INTO customers VALUES (@id, @name, @unionid, @created_at, @round)
  ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, unionid = excluded.unionid, created_at = excluded.created_at, round = excluded.round
`);

// The cast is safe: progress has one row, and its columns are integers that are never null.
const { round, place } = database.prepare('SELECT round, place FROM progress').get() as {
  readonly round: number;
  readonly place: number;
};
// Read one page again: if customers were removed, the later ones have moved up past the position.
const from = Math.max(0, place - PAGE);
if (place > 0) console.log(`going on at ${from}`);

let next = from;
let total = 0;
// The oldest first, so that new customers come after those that were read.
for await (const page of weiban.externalUser.list.pages({ order: 'asc', limit: PAGE, offset: from })) {
  next += page.external_user_list.length;
  total = page.total;
  savePage(page.external_user_list, next);
  console.log(`${next} of ${total} customers`);
}
const { gone, kept } = finish();
console.log(`done: ${kept} customers, ${gone} gone`);
database.close();
if (kept !== total) {
  console.log(`Weiban says ${total}: some came or went meanwhile; run it again.`);
  process.exitCode = 1;
}

interface Row {
  readonly id: string;
  readonly name?: string | null;
  readonly unionid?: string | null;
  readonly created_at?: number | null;
}

/** Saves a page and the position after it, both or neither. */
function savePage(rows: readonly Row[], after: number): void {
  database.transaction(() => {
    for (const { id, name = null, unionid = null, created_at = null } of rows)
      keep.run({ id, name, unionid, created_at, round });
    setPlace.run(after);
  })();
}

/** Deletes the customers that this round has not seen, and begins the next round. */
function finish(): { gone: number; kept: number } {
  return database.transaction(() => {
    const { changes: gone } = database.prepare('DELETE FROM customers WHERE round <> ?').run(round);
    database.prepare('UPDATE progress SET round = round + 1, place = 0').run();
    // The cast is safe: count(*) always returns one row.
    const { kept } = database.prepare('SELECT count(*) AS kept FROM customers').get() as { kept: number };
    return { gone, kept };
  })();
}
