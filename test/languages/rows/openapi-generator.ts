import { join } from 'node:path';
import type { Command, Places } from '../language-tool.ts';

/** The version of openapi-generator for all its languages. */
export const OPENAPI_GENERATOR = '7.25.0';

const NAME = `openapi-generator-cli-${OPENAPI_GENERATOR}.jar`;

/** Gets openapi-generator from Maven's central repository, once for all languages. */
export function getGenerator({ cache }: Places): Command {
  return [
    'mvn',
    '-q',
    '-B',
    'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy',
    `-Dartifact=org.openapitools:openapi-generator-cli:${OPENAPI_GENERATOR}`,
    `-DoutputDirectory=${cache}`,
  ];
}

/** Writes a client into the folder `client` of the project. */
export function generateWith(
  { cache, document }: Places,
  generator: string,
  properties: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Command {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
  return [
    'java',
    '-jar',
    join(cache, NAME),
    'generate',
    '-g',
    generator,
    '-i',
    document,
    '-o',
    'client',
    '--global-property',
    'apiTests=false,modelTests=false,apiDocs=false,modelDocs=false',
    ...(given.length > 0 ? [`--additional-properties=${given.join(',')}`] : []),
    ...options,
  ];
}
