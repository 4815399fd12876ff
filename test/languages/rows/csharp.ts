import { join } from 'node:path';
import type { LanguageTool, Places } from '../language-tool.ts';

const NSWAG = '14.7.1';

const folderOf = ({ cache }: Places) => join(cache, `nswag-${NSWAG}`);
const programOf = (places: Places) => join(folderOf(places), 'node_modules/nswag/bin/binaries/Win');

const LIBRARIES = [
  'Newtonsoft.Json.dll',
  'System.Net.Http.dll',
  'System.Runtime.Serialization.dll',
  'System.ComponentModel.DataAnnotations.dll',
];

/**
 * The generators of C#. Newtonsoft.Json comes with NSwag's npm package. openapi-generator's C# needs Polly, which only NuGet has.
 */
export const csharp: readonly LanguageTool[] = [
  {
    name: 'csharp-nswag',
    language: 'C#',
    tool: 'NSwag',
    version: NSWAG,
    needs: ['mono', 'mcs', 'npm'],
    note: {
      en: 'Tried on Mono 6.8 with Newtonsoft.Json. Give the token by a DelegatingHandler. NSwag takes a field without a type for one that is never null: a contract resolver has to allow null. Properties keep their underscores (`Access_token`).',
      zh: '在 Mono 6.8、Newtonsoft.Json 上试过。用 DelegatingHandler 附加 token。NSwag 认为没有类型的字段不会为 null，需要用 contract resolver 放开。属性名保留下划线（`Access_token`）。',
    },
    commands: (places) => ({
      install: [
        ['npm', 'install', '--no-fund', '--no-audit', '--prefix', folderOf(places), `nswag@${NSWAG}`],
        ['cp', join(programOf(places), 'Newtonsoft.Json.dll'), '.'],
      ],
      generate: [
        [
          'mono',
          join(programOf(places), 'NSwag.exe'),
          'openapi2csclient',
          `/input:${places.document}`,
          '/output:Weiban.cs',
          '/namespace:Weiban',
          '/className:WeibanClient',
          '/operationGenerationMode:SingleClientFromOperationId',
          '/generateOptionalParameters:true',
          '/jsonLibrary:NewtonsoftJson',
        ],
      ],
      compile: [
        [
          'mcs',
          '-langversion:latest',
          '-out:program.exe',
          ...LIBRARIES.map((name) => `-r:${name}`),
          'Weiban.cs',
          'Program.cs',
          'Tolerant.cs',
        ],
      ],
      run: ['mono', 'program.exe'],
    }),
  },
];
