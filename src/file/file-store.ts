import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { lock } from 'proper-lockfile';
import { WeibanConfigError } from '../base/errors.ts';
import type { StoredToken, TokenStore } from '../token/index.ts';
import { isStoredToken } from '../token/index.ts';

/** Only the file's owner reads and writes it. */
const MODE = 0o600;
// As long as a call for a token may take; another process that holds the file is waited for so long.
const PATIENCE_MS = 150_000;

/**
 * A store in one JSON file that only its owner can read, shared by the processes of one machine: a lock beside the file
 * keeps them apart, and it is replaced as a whole, so a process that dies leaves no half of one. A file that holds no
 * tokens is taken for empty and replaced.
 *
 * @example createWeiban({ tokens: createFileStore('/var/lib/my-service/weiban-tokens.json') })
 * @throws WeibanConfigError when the file's folder does not exist or cannot be written to.
 */
export function createFileStore(path: string): TokenStore {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new WeibanConfigError(
      `The token file's folder ${dirname(path)} does not exist or cannot be written to; create it.`,
    );
  }
  return {
    read: async (key) => (await readTokens(path)).get(key),
    async update(key, change) {
      const release = await lock(path, {
        realpath: false,
        retries: { forever: true, factor: 1.5, minTimeout: 10, maxTimeout: 250, maxRetryTime: PATIENCE_MS },
        // Its own way is to throw where nobody catches. A lock that was lost costs one more token, and no harm.
        onCompromised: () => undefined,
      });
      try {
        const stored = (await readTokens(path)).get(key);
        const token = await change(stored);
        return token === stored ? token : await writeToken(path, key, token, stored);
      } finally {
        await release().catch(() => undefined);
      }
    },
  };
}

async function readTokens(path: string): Promise<Map<string, StoredToken>> {
  try {
    const entries = Object.entries(Object(JSON.parse(await readFile(path, 'utf8'))));
    return new Map(entries.filter((entry): entry is [string, StoredToken] => isStoredToken(entry[1])));
  } catch (error) {
    // A file that is not there or holds something else gives no token; one that may not be read is a mistake.
    if (error instanceof SyntaxError || Object(error).code === 'ENOENT') return new Map();
    throw error;
  }
}

/** Puts the token in place of the one that was there; gives what is kept. */
async function writeToken(
  path: string,
  key: string,
  token: StoredToken,
  before: StoredToken | undefined,
): Promise<StoredToken> {
  const tokens = await readTokens(path);
  const now = tokens.get(key);
  // Another one than before: the lock was lost meanwhile. The same one may seem newer, by a clock that was fast.
  if (now && now.token !== before?.token && now.issuedAt > token.issuedAt) return now;
  tokens.set(key, token);
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(draft, 'wx', MODE);
    try {
      await file.writeFile(JSON.stringify(Object.fromEntries(tokens)));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return token;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
