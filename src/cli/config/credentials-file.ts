import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** What the file of the credentials holds. */
export interface Credentials {
  readonly corpId?: string | undefined;
  readonly secret?: string | undefined;
  readonly baseUrl?: string | undefined;
}

const OTHERS = 0o077;
const MODE = 0o600;

/**
 * Reads the file; undefined where there is none.
 *
 * @throws UsageError where others than its owner can read or write it, or it holds something else than credentials.
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
    // Of the open file, so that it cannot be another one that is read.
    const { mode } = await file.stat();
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      throw new UsageError('credentialsOpen', { path, mode: (mode & 0o777).toString(8) });
    }
    return credentialsOf(await file.readFile('utf8'), path);
  } finally {
    await file.close();
  }
}

/** Replaces the file as a whole, readable by its owner alone; a process that dies leaves the old one. */
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
    // The parser's message would quote the file, and the secret with it.
    throw new UsageError('credentialsBroken', { path });
  }
  const { corpId, secret, baseUrl }: Partial<Record<keyof Credentials, unknown>> = Object(value);
  if (!isText(corpId) || !isText(secret) || !isText(baseUrl))
    throw new UsageError('credentialsBroken', { path });
  return { corpId, secret, baseUrl };
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
