import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { WeibanConfigError } from '../base/errors.ts';
import type { StoredToken, TokenStore } from '../token/index.ts';
import { isStoredToken } from '../token/index.ts';

/** Only the owner can read and write the file. */
const MODE = 0o600;
// How long to wait for another process that holds the file: as long as a request for a token may take.
const PATIENCE_MS = 150_000;
const [FIRST_RETRY_MS, LONGEST_RETRY_MS] = [10, 250];
// proper-lockfile dates a lock up to a second ahead.
const AHEAD_MS = 2000;

/**
 * Creates a token store in one JSON file that only its owner can read, shared by the processes of one
 * machine. A lock next to the file keeps them apart. The file is replaced atomically, so a process that dies
 * never leaves half a file. A file without tokens counts as empty and is replaced.
 *
 * @example createWeiban({ tokens: createFileStore('/var/lib/my-service/weiban-tokens.json') })
 * @throws WeibanConfigError if the file's folder does not exist or cannot be written to.
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
      const release = await acquire(path);
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

/** Waits for the lock. Resolves to the function that releases it. */
async function acquire(path: string): Promise<() => Promise<void>> {
  const end = performance.now() + PATIENCE_MS;
  for (let wait = FIRST_RETRY_MS; ; wait = Math.min(LONGEST_RETRY_MS, wait * 1.5)) {
    try {
      // The default handler throws where nobody can catch. A lost lock costs one more token and does no harm.
      return await lock(path, { realpath: false, onCompromised: () => undefined });
    } catch (error) {
      if (Object(error).code !== 'ELOCKED' || performance.now() > end) throw error;
      await correctLockTime(`${path}.lock`);
      await pause(wait * (0.5 + Math.random()));
    }
  }
}

/**
 * Gives a lock from the future today's time. It was left by a process that died before the clock was set back, and
 * would count as held until that time comes; from now on it is abandoned unless its holder renews it.
 */
async function correctLockTime(lockFolder: string): Promise<void> {
  try {
    const now = Date.now();
    if ((await stat(lockFolder)).mtimeMs > now + AHEAD_MS)
      await utimes(lockFolder, new Date(now), new Date(now));
  } catch {
    // Released meanwhile, or owned by another user: the next attempt shows which.
  }
}

async function readTokens(path: string): Promise<Map<string, StoredToken>> {
  try {
    const entries = Object.entries(Object(JSON.parse(await readFile(path, 'utf8'))));
    return new Map(entries.filter((entry): entry is [string, StoredToken] => isStoredToken(entry[1])));
  } catch (error) {
    // A missing file, or a file with other content, has no tokens. A file that cannot be read is an error.
    if (error instanceof SyntaxError || Object(error).code === 'ENOENT') return new Map();
    throw error;
  }
}

/** Replaces the stored token, unless another process stored a newer one. Returns the token that is kept. */
async function writeToken(
  path: string,
  key: string,
  token: StoredToken,
  previous: StoredToken | undefined,
): Promise<StoredToken> {
  const tokens = await readTokens(path);
  const now = tokens.get(key);
  // A token other than the previous one means that the lock was lost meanwhile. The previous one may seem
  // newer if a clock was fast.
  if (now && now.token !== previous?.token && now.issuedAt > token.issuedAt) return now;
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
