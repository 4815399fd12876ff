import { readFileSync } from 'node:fs';
import { bundlePath } from '../catalogue/index.ts';
import type { Run } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** `weiban spec`: prints the OpenAPI document or the path of its file. There is no Chinese YAML. */
export const spec: Run = async ({ stdout, language }, { flags }) => {
  if (flags.json && flags.yaml) throw new UsageError('jsonOrYaml');
  const path = bundlePath(flags.yaml ? 'yaml' : language === 'zh' ? 'zh.json' : 'json');
  stdout.write(flags.path ? `${path}\n` : readFileSync(path, 'utf8'));
  return exitCode('ok');
};
