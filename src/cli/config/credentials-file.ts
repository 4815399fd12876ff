import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { textOfBytes } from '../read-all.ts';
import { UsageError } from '../usage-error.ts';

/** The content of the credentials file: credentials by the names of their rows, and `baseUrl`. */
export type Credentials = Readonly<Record<string, string | undefined>>;

const OTHERS = 0o077;
const MODE = 0o600;

/**
 * Reads the credentials file; undefined if there is none.
 *
 * @throws UsageError if anyone but its owner can read or write it, or if it does not contain credentials.
 */
export async function readCredentials(path: string): Promise<Credentials | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (Object(error).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    // The mode of the open file: at the path there may be another file by now.
    const { mode } = await file.stat();
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      throw new UsageError('credentialsOpen', { path, mode: (mode & 0o777).toString(8) });
    }
    return credentialsOf(textOfBytes(await file.readFile(), path), path);
  } finally {
    await file.close();
  }
}

/** Replaces the file atomically, readable only by its owner. If the process dies, the old file stays. */
export async function writeCredentials(path: string, credentials: Credentials): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(draft, 'wx', MODE);
    try {
      await file.writeFile(`${JSON.stringify(credentials, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function credentialsOf(text: string, path: string): Credentials {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message would quote the file, including the secret.
    throw new UsageError('credentialsBroken', { path });
  }
  const entries = Object.entries(Object(value)).filter(isText);
  if (entries.length < Object.keys(Object(value)).length) throw new UsageError('credentialsBroken', { path });
  return Object.fromEntries(entries);
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
