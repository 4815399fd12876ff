import { readFileSync } from 'node:fs';
import { bundlePath, type PostmanFile, postmanPath } from '../catalogue/index.ts';
import type { Flags, Run } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** The files that `--postman` prints. */
const POSTMAN_FILES: readonly PostmanFile[] = ['collection', 'sandbox', 'production'];

/**
 * `weiban spec`: prints the OpenAPI document or a file for Postman, or the path of the file. The YAML has English texts only,
 * and says so.
 */
export const spec: Run = async ({ stdout, stderr, say, language }, { flags }) => {
  if (flags.json && flags.yaml) throw new UsageError('jsonOrYaml');
  const path = postmanFile(flags, language) ?? openApiDocument(flags, language);
  if (flags.yaml && language === 'zh') stderr.write(`weiban: ${say('yamlIsEnglish')}\n`);
  stdout.write(flags.path ? `${path}\n` : readFileSync(path, 'utf8'));
  return exitCode('ok');
};

function openApiDocument(flags: Flags, language: 'en' | 'zh'): string {
  return bundlePath(
    flags.yaml ? 'yaml' : language === 'zh' ? 'zh.json' : 'json',
    flags.openapi === '3.0' ? '3.0' : '3.1',
  );
}

/** @throws UsageError if the flags also ask for a form of the OpenAPI document. */
function postmanFile(flags: Flags, language: 'en' | 'zh'): string | undefined {
  const file = POSTMAN_FILES.find((name) => name === flags.postman);
  if (file === undefined) return undefined;
  if (flags.yaml || flags.openapi !== undefined) throw new UsageError('postmanIsNoOpenApi');
  return postmanPath(file, language);
}
