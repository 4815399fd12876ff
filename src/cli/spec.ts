import { readFileSync } from 'node:fs';
import { bundlePath } from '../catalogue/index.ts';
import type { Run } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { tell } from './tell.ts';
import { UsageError } from './usage-error.ts';

/** `weiban spec`: prints the OpenAPI document or the path of its file. The YAML has English texts only, and says so. */
export const spec: Run = async (context, { flags }) => {
  const { stdout, say, language } = context;
  if (flags.json && flags.yaml) throw new UsageError('jsonOrYaml');
  const path = bundlePath(
    flags.yaml ? 'yaml' : language === 'zh' ? 'zh.json' : 'json',
    flags.openapi === '3.0' ? '3.0' : '3.1',
  );
  if (flags.yaml && language === 'zh') tell(context, say('yamlIsEnglish'));
  stdout.write(flags.path ? `${path}\n` : readFileSync(path, 'utf8'));
  return exitCode('ok');
};
