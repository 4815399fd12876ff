import { rm } from 'node:fs/promises';
import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { cacheFolder, credentialsPath } from '../places.ts';

/** `weiban config remove`: deletes the credentials file and the cached tokens. */
export const removeConfig: Run = async ({ stderr, env, say }) => {
  const path = credentialsPath(env);
  await rm(path, { force: true });
  await rm(cacheFolder(env), { recursive: true, force: true });
  stderr.write(`${say('configRemoved', { path })}\n`);
  return exitCode('ok');
};
