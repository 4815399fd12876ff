import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TokenStore } from '../token/index.ts';
import { cacheFolder } from './places.ts';

/**
 * Keeps tokens between runs in a file that only its owner can read, because Weiban limits how often a token may be
 * requested. Each server has its own file, so that a sandbox's token is never sent to the real server. Undefined if the
 * folder cannot be created: the command works without a cache.
 */
export async function openTokenCache(
  env: Readonly<Record<string, string | undefined>>,
  baseUrl: string | undefined,
): Promise<TokenStore | undefined> {
  const folder = cacheFolder(env);
  const server =
    baseUrl === undefined ? '' : `-${createHash('sha256').update(baseUrl).digest('hex').slice(0, 12)}`;
  try {
    const { createFileStore } = await import('../file/index.ts');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return createFileStore(join(folder, `tokens${server}.json`));
  } catch {
    return undefined;
  }
}
