import { readFileSync } from 'node:fs';
import { bundlePath } from '../catalogue/index.ts';
import type { Run } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** `weiban spec`: prints the OpenAPI document or the path of its file. */
export const spec: Run = async ({ stdout }, { flags }) => {
  if (flags.json && flags.yaml) throw new UsageError('jsonOrYaml');
  const path = bundlePath(flags.yaml ? 'yaml' : 'json');
  stdout.write(flags.path ? `${path}\n` : readFileSync(path, 'utf8'));
  return exitCode('ok');
};
