import { join } from 'node:path';
import type { Example, LanguageTool } from '../language-tool.ts';
import { generateWith, getGenerator, OPENAPI_GENERATOR } from './openapi-generator.ts';

const OAPI_CODEGEN = '2.8.2';
const OGEN = '1.24.0';

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
  {
    name: 'go-ogen',
    language: 'Go',
    tool: 'ogen',
    version: OGEN,
    needs: ['go'],
    note: {
      en: 'Give the token by its `SecuritySource`. Optional fields are `Opt…` values with `Get`.',
      zh: '用它的 `SecuritySource` 提供 token。可选字段是 `Opt…` 类型，用 `Get` 读取。',
    },
    env: ({ cache }) => ({ GOBIN: join(cache, 'go-bin') }),
    commands: ({ document, cache }) => ({
      install: [['go', 'install', `github.com/ogen-go/ogen/cmd/ogen@v${OGEN}`]],
      generate: [
        [join(cache, 'go-bin/ogen'), '--target', 'weiban', '--package', 'weiban', '--clean', document],
      ],
      compile: [['go', 'build', '-o', 'program', '.']],
      run: ['./program'],
    }),
  },
  {
    name: 'go-openapi-generator',
    language: 'Go',
    tool: 'openapi-generator go',
    version: OPENAPI_GENERATOR,
    needs: ['java', 'mvn', 'go'],
    note: {
      en: 'Give the token by `ContextAPIKeys`, under the name `accessToken`.',
      zh: '用 `ContextAPIKeys` 提供 token，名称为 `accessToken`。',
    },
    commands: (places) => ({
      install: [getGenerator(places)],
      generate: [generateWith(places, 'go', { packageName: 'weiban', withGoMod: 'false' })],
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
