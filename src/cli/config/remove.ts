import { rm } from 'node:fs/promises';
import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { cacheFolder, credentialsPath } from '../places.ts';

/** `weiban config remove`: takes away the file of the credentials, and the tokens that were got with them. */
export const removeConfig: Run = async ({ stderr, env, say }) => {
  const path = credentialsPath(env);
  await rm(path, { force: true });
  await rm(cacheFolder(env), { recursive: true, force: true });
  stderr.write(`${say('configRemoved', { path })}\n`);
  return exitCode('ok');
};
