import { join } from 'node:path';
import type { LanguageTool } from '../language-tool.ts';

/** The generators of Rust. */
export const rust: readonly LanguageTool[] = [
  {
    name: 'rust-progenitor',
    language: 'Rust',
    tool: 'progenitor',
    version: '0.15.1',
    needs: ['cargo'],
    note: {
      en: 'A macro makes the client while the program is compiled. It knows no security schemes: add the token by `pre_hook_async`.',
      zh: '编译时由宏生成客户端。它不处理 securitySchemes，用 `pre_hook_async` 附加 token。',
    },
    env: ({ cache }) => ({ CARGO_TARGET_DIR: join(cache, 'cargo-target') }),
    commands: ({ document, cache }) => ({
      install: [['cargo', 'fetch', '--quiet', '--locked']],
      generate: [['cp', document, 'openapi-3.0.json']],
      compile: [['cargo', 'build', '--quiet', '--locked']],
      run: [join(cache, 'cargo-target/debug/program')],
    }),
  },
];
