import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TokenStore } from '../token/index.ts';
import { cacheFolder } from './places.ts';

/**
 * Tokens kept between runs, in a file that only its owner can read, for Weiban limits how often a token may be asked
 * for. One file for each server, so that a sandbox's token never meets the real one. Undefined where the folder cannot
 * be made: the command works without.
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
