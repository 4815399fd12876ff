import { join } from 'node:path';
import type { Example, LanguageTool, Places } from '../language-tool.ts';
import { generateWith, getGenerator, OPENAPI_GENERATOR } from './openapi-generator.ts';

/** Whether each file is PHP; -l takes one file at a time. */
const LINT = "find . -name '*.php' -print0 | xargs -0 -n 1 -P 2 php -d display_errors=stderr -l > lint.txt";

const clientOfPhp = (places: Places) => generateWith(places, 'php', { invokerPackage: 'Weiban' });

/** The generators of PHP. Guzzle comes from Composer, or from Debian's php-guzzlehttp-guzzle. */
export const php: readonly LanguageTool[] = [
  {
    name: 'php-openapi-generator',
    language: 'PHP',
    tool: 'openapi-generator php',
    version: OPENAPI_GENERATOR,
    needs: ['php', 'java', 'mvn'],
    note: {
      en: 'Needs PHP 8.1 and Guzzle 7. The message of an ApiException has the address, and with it the token: do not log it, or add the token by a Guzzle handler as examples/php does.',
      zh: '需要 PHP 8.1、Guzzle 7。ApiException 的信息里有请求地址，也就带着 token：不要写进日志，或像 examples/php 那样在 Guzzle handler 里附加 token。',
    },
    commands: (places) => ({
      install: [getGenerator(places)],
      generate: [clientOfPhp(places)],
      compile: [
        ['sh', '-c', LINT],
        ['php', 'compile.php'],
      ],
      run: ['php', 'main.php'],
    }),
  },
];

/** The example of PHP. Its callers and the vectors of the token are processes of their own, as PHP's workers are. */
export const phpExample: Example = {
  name: 'example-php',
  folder: 'php',
  needs: ['php', 'java', 'mvn'],
  env: ({ root }) => ({ WEIBAN_DATA: join(root, 'generated') }),
  commands: (places) => ({
    install: [getGenerator(places)],
    generate: [clientOfPhp(places)],
    compile: [['sh', '-c', LINT]],
  }),
  run: (_, args) => ['php', 'main.php', ...args],
};
