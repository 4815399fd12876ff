import { join } from 'node:path';
import type { Example, LanguageTool } from '../language-tool.ts';

const OAPI_CODEGEN = '2.8.2';

/** The generators of Go. */
export const go: readonly LanguageTool[] = [
  {
    name: 'go-oapi-codegen',
    language: 'Go',
    tool: 'oapi-codegen',
    version: OAPI_CODEGEN,
    needs: ['go'],
    note: {
      en: 'Give the token by a request editor. `skip-prune: true` keeps the classes of webhook events.',
      zh: '用 request editor 附加 token。`skip-prune: true` 可保留回调事件的类型。',
    },
    env: ({ cache }) => ({ GOBIN: join(cache, 'go-bin') }),
    commands: ({ document, cache }) => ({
      install: [
        ['go', 'install', `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v${OAPI_CODEGEN}`],
      ],
      generate: [[join(cache, 'go-bin/oapi-codegen'), '-config', 'config.yaml', document]],
      compile: [['go', 'build', '-o', 'program', '.']],
      run: ['./program'],
    }),
  },
];

/** The example of Go. Its vectors are a test of the language's own kind, which runs in virtual time. */
export const goExample: Example = {
  name: 'example-go',
  folder: 'go',
  needs: ['go'],
  env: ({ root, document }) => ({ WEIBAN_DATA: join(root, 'generated'), DOCUMENT: document }),
  commands: () => ({
    install: [],
    generate: [['go', 'generate']],
    compile: [
      ['go', 'vet', '.'],
      ['go', 'build'],
    ],
  }),
  run: (_, [command = '', ...args]) =>
    command === 'vectors' ? ['go', 'test', '-v', '.'] : ['./weiban-example', command, ...args],
};
